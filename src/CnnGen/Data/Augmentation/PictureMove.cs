namespace CnnGen;

/// <summary>Where each pixel of a moved picture comes from: one and the same for a picture and the maps that belong to it, whatever their sizes.</summary>
internal readonly struct PictureMove
{
    private readonly double _down;
    private readonly double _right;
    private readonly double _cos;
    private readonly double _sin;
    private readonly double _upright;
    private readonly double _mirror;

    /// <summary>Draws a move. The same numbers are drawn whatever is off.</summary>
    public PictureMove(Augmentation augmentation, ref ExampleRandom random)
    {
        (_down, _right) = (random.Around(augmentation.Shift), random.Around(augmentation.Shift));
        double angle = random.Around(augmentation.Rotate) * Math.PI / 180;
        double scale = Math.Pow(1 + augmentation.Scale, random.Around(1));
        (bool mirrored, bool overturned) = (random.Flip(), random.Flip());
        (_cos, _sin) = (Math.Cos(angle) / scale, Math.Sin(angle) / scale);
        _mirror = mirrored && augmentation.FlipHorizontally ? -1 : 1;
        _upright = overturned && augmentation.FlipVertically ? -1 : 1;
    }

    /// <summary>The place in the picture that goes to a place of the moved one.</summary>
    public (double Row, double Column) From(int row, int column, int height, int width)
    {
        (double middleRow, double middleColumn) = ((height - 1) / 2.0, (width - 1) / 2.0);
        (double y, double x) = (row - middleRow - (_down * height), column - middleColumn - (_right * width));
        return (middleRow + (_upright * ((_cos * y) - (_sin * x))), middleColumn + (_mirror * ((_sin * y) + (_cos * x))));
    }
}
