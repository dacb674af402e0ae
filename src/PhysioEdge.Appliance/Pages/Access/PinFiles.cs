namespace PhysioEdge.Appliance.Pages.Access;

/// <summary>The files with the PINs of the page: a line of at least four digits each, which nobody else on the box may read.</summary>
/// <param name="TherapistFile">The therapists'.</param>
/// <param name="TechnicianFile">The technicians'.</param>
internal sealed record PinFiles(string TherapistFile, string TechnicianFile);
