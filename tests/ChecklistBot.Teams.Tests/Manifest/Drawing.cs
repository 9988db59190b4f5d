namespace ChecklistBot.Teams.Tests.Manifest;

/// <summary>Draws the app's icons: a list of three lines, two of them ticked, as smooth as sixteen samples a pixel make it.</summary>
internal sealed class Drawing(int size)
{
    private const int Samples = 4;

    private readonly byte[] pixels = new byte[size * size * 4];

    /// <summary>Colour on a filled square; Teams itself rounds the corners.</summary>
    public static byte[] Colour()
    {
        var drawing = new Drawing(192);
        drawing.Fill((0x2F, 0x5D, 0x8A));
        drawing.List((0xFF, 0xFF, 0xFF), (0x9B, 0xE3, 0xB5), thickness: 0.055);
        return drawing.pixels;
    }

    /// <summary>White on nothing.</summary>
    public static byte[] Outline()
    {
        var drawing = new Drawing(32);
        drawing.List((0xFF, 0xFF, 0xFF), (0xFF, 0xFF, 0xFF), thickness: 0.075);
        return drawing.pixels;
    }

    private void Fill((byte R, byte G, byte B) colour)
    {
        for (var at = 0; at < pixels.Length; at += 4) (pixels[at], pixels[at + 1], pixels[at + 2], pixels[at + 3]) = (colour.R, colour.G, colour.B, 255);
    }

    private void List((byte R, byte G, byte B) line, (byte R, byte G, byte B) tick, double thickness)
    {
        foreach (var row in (double[])[0.28, 0.5, 0.72])
        {
            Stroke(line, thickness, (0.5, row), (0.8, row));
            if (row < 0.6) Stroke(tick, thickness, (0.2, row), (0.265, row + 0.065), (0.37, row - 0.07));
            else Stroke(line, thickness, (0.255, row), (0.315, row));
        }
    }

    // A line with round ends through the points, in shares of the picture's width.
    private void Stroke((byte R, byte G, byte B) colour, double thickness, params (double X, double Y)[] points)
    {
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                var covered = Enumerable.Range(0, Samples * Samples).Count(sample => IsInside(
                    (x + ((sample % Samples) + 0.5) / Samples) / size, (y + ((sample / Samples) + 0.5) / Samples) / size, thickness / 2, points));
                if (covered > 0) Blend(((y * size) + x) * 4, colour, covered / (double)(Samples * Samples));
            }
        }
    }

    private static bool IsInside(double x, double y, double radius, (double X, double Y)[] points)
    {
        for (var next = 1; next < points.Length; next++)
        {
            var (from, to) = (points[next - 1], points[next]);
            var (dx, dy) = (to.X - from.X, to.Y - from.Y);
            var along = Math.Clamp((((x - from.X) * dx) + ((y - from.Y) * dy)) / ((dx * dx) + (dy * dy)), 0, 1);
            if (Math.Pow(x - from.X - (along * dx), 2) + Math.Pow(y - from.Y - (along * dy), 2) <= radius * radius) return true;
        }

        return false;
    }

    private void Blend(int at, (byte R, byte G, byte B) colour, double share)
    {
        var below = pixels[at + 3] / 255.0;
        var alpha = share + (below * (1 - share));
        pixels[at] = Mixed(pixels[at], colour.R);
        pixels[at + 1] = Mixed(pixels[at + 1], colour.G);
        pixels[at + 2] = Mixed(pixels[at + 2], colour.B);
        pixels[at + 3] = (byte)Math.Round(alpha * 255);

        byte Mixed(byte old, byte added) => (byte)Math.Round(((added * share) + (old * below * (1 - share))) / alpha);
    }
}
