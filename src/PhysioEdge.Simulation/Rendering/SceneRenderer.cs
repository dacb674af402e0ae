using System.Numerics;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Simulation.Rendering;

/// <summary>
/// Draws a scene: the empty room once, then for each picture shadows and figures, the farthest parts first, so that
/// the soft edge of a part lies over what is behind it. All buffers are kept.
/// </summary>
internal sealed class SceneRenderer
{
    private readonly CameraView _view;
    private readonly Projection _projection;
    private readonly Shading _shading;
    private readonly byte[] _backdrop;
    private readonly float[] _depth;
    private readonly int[] _material;
    private readonly PhantomFigure[] _figures;
    private readonly Seat[] _seats;
    private readonly Skeleton _skeleton = new();
    private readonly PartList _parts = new();
    private float[] _distances = [];
    private int[] _order = [];

    public SceneRenderer(PhantomScene scene)
    {
        _view = scene.View;
        _projection = new Projection(_view);
        _shading = new Shading(scene.Lighting, _projection);
        _backdrop = Backdrop.Paint(_view, scene.Lighting);
        _depth = new float[_view.Width * _view.Height];
        _material = new int[_depth.Length];
        _figures = [scene.Patient, .. scene.Others];
        _seats = [.. _figures.Where(figure => figure.Script.Seat is not null).Select(Seat.Of)];
    }

    public void Render(TimeSpan time, VideoFrame frame)
    {
        frame.Resize(_view.Width, _view.Height);
        (frame.SourceWidth, frame.SourceHeight) = (_view.Width, _view.Height);
        var canvas = new Canvas(frame.Rgb, _depth, _material, _view.Width, _view.Height);
        _backdrop.CopyTo(canvas.Rgb);
        canvas.Depth.Fill(float.MaxValue);
        canvas.Material.Clear();

        _parts.Clear();
        foreach (var seat in _seats)
        {
            seat.Shadow(canvas, _projection);
            Stool.Build(seat.Place, seat.Turn, _parts);
        }

        foreach (var figure in _figures)
        {
            figure.Pose(time, _skeleton);
            FigureShadow.Draw(canvas, _projection, figure.Script.Body, _skeleton);
            Mannequin.Build(figure.Script.Body, figure.Appearance, _skeleton, _parts);
        }

        DrawParts(canvas);
    }

    private void DrawParts(in Canvas canvas)
    {
        var parts = _parts.Parts;
        if (_order.Length < parts.Length)
            (_order, _distances) = (new int[parts.Length], new float[parts.Length]);
        for (var i = 0; i < parts.Length; i++)
            (_order[i], _distances[i]) = (i, -Vector3.Dot(parts[i].From + parts[i].To, _projection.Forward));
        Array.Sort(_distances, _order, 0, parts.Length);
        foreach (var i in _order.AsSpan(0, parts.Length))
        {
            var image = new CapsuleImage(parts[i], _projection);
            if (image.IsNear)
                new CapsuleRaster(image, _shading, parts[i].Colour).Draw(canvas);
        }
    }
}
