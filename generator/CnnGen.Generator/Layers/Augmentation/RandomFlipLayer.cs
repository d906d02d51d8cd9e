using System.Collections.Generic;
using CnnGen.Generator.Language;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Augmentation;

/// <summary>Flips each image with probability ½.</summary>
internal sealed record RandomFlipLayer : AugmentationLayer
{
    public override string ClassName => "RandomFlip";

    private FlipMode Mode { get; init; }

    public override Layer Read(Arguments arguments) => this with { Mode = arguments.Choice("mode", FlipMode.HorizontalAndVertical) };

    protected override IEnumerable<string> Body()
    {
        string flipped = Images;
        if (Mode != FlipMode.Vertical)
        {
            yield return $"var mirrored = {Torch.Root}.where({Draw(0, 1)} < 0.5, {flipped}.flip(3), {flipped});";
            flipped = "mirrored";
        }

        if (Mode != FlipMode.Horizontal)
        {
            yield return $"var overturned = {Torch.Root}.where({Draw(0, 1)} < 0.5, {flipped}.flip(2), {flipped});";
            flipped = "overturned";
        }

        yield return $"return {flipped}.MoveToOuterDisposeScope();";
    }
}
