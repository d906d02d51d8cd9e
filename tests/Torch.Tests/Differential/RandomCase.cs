using CnnGen.Torch.Tests.Checking;

namespace CnnGen.Torch.Tests.Differential;

/// <summary>One case of a family: its number gives the values, its choices everything else.</summary>
internal sealed record RandomCase(Family Family, int Number, IReadOnlyList<long> Choices)
{
    private const int MostTriesToSimplify = 300;

    /// <summary>Why it fails; null if PyTorch agrees.</summary>
    public Exception? Failure => FailureWith(draw: 0) is { } failure
        ? Make(new Choices(Choices), draw: 0).Trial.IsNetwork ? FailureWith(draw: 1) : failure
        : null;

    public static RandomCase Draw(Family family, int number)
    {
        var choices = new Choices(new Random(Any.StableHash($"{family.Name}({number})")));
        family.Draw(new Any(number, family.Name, choices));
        return new(family, number, choices.Made);
    }

    /// <summary>A simpler case that fails in the same way: each choice in turn made as small as it can be.</summary>
    public RandomCase Simplified(Type failure)
    {
        var (simplest, tries) = (this, 0);
        for (var improved = true; improved && tries < MostTriesToSimplify;)
        {
            improved = false;
            for (var i = 0; i < simplest.Choices.Count; i++)
            {
                foreach (var smaller in SmallerThan(simplest.Choices[i]))
                {
                    var candidate = simplest.With(i, smaller);
                    tries++;
                    if (candidate.Failure?.GetType() == failure)
                    {
                        (simplest, improved) = (candidate, true);
                        break;
                    }
                }
            }
        }

        return simplest;
    }

    public override string ToString() =>
        $"{Make(new Choices(Choices), draw: 0).Trial}\n"
        + $"replay with CNNGEN_TEST_SEED={Any.Seed} CNNGEN_TEST_CASE=\"{Family.Name}: {Number}: {string.Join(' ', Choices)}\"";

    /// <summary>The case that <see cref="ToString"/> says how to replay, if <c>CNNGEN_TEST_CASE</c> names one.</summary>
    public static RandomCase? ToReplay { get; } =
        Environment.GetEnvironmentVariable("CNNGEN_TEST_CASE")?.Split(':') is [var family, var number, var choices]
            ? new(Family.Named(family), int.Parse(number), [.. choices.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse)])
            : null;

    private static IEnumerable<long> SmallerThan(long choice)
    {
        for (var step = choice; step > 0; step /= 2)
        {
            yield return choice - step;
        }
    }

    private RandomCase With(int index, long choice)
    {
        long[] changed = [.. Choices];
        changed[index] = choice;
        var choices = new Choices(changed);
        Make(choices, draw: 0);
        return this with { Choices = choices.Made };
    }

    private Exception? FailureWith(int draw)
    {
        try
        {
            var (any, made) = Make(new Choices(Choices), draw);
            Agreement.Compare(any, made);
            return null;
        }
        catch (Exception error)
        {
            return error;
        }
    }

    private (Any Any, Trial Trial) Make(Choices choices, int draw)
    {
        var any = new Any(Number, Family.Name, choices, draw);
        return (any, Family.Draw(any));
    }
}
