namespace PhysioEdge.Appliance.Pages;

/// <summary>Whether something was sent by the box's own page.</summary>
internal static class OwnPage
{
    /// <summary>
    /// Whether another site's page sent it. Browsers say so by themselves: of requests to an encrypted address by the first header, of all by
    /// the second. A program that is no browser needs no page to be tricked by.
    /// </summary>
    public static bool IsElsewhere(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is [var site, ..])
            return site is not ("same-origin" or "none");
        return request.Headers.Origin is [var origin, ..]
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var address) && address.Authority == request.Host.Value);
    }
}
