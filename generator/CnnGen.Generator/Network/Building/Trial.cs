using System;
using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Network.Building;

/// <summary>
/// Tries remedies: the network is built once more with a change, and what is still wrong decides. A remedy that only moves the error
/// to the next layer is none.
/// </summary>
internal sealed class Trial
{
    // All trials of a model together; what is left untried is not offered.
    private const int MostLayers = 50_000;

    // What an author claims can only be compared once the layers above fit.
    private static readonly string[] s_claims = { RuleIds.WrongInputFeatures, RuleIds.WrongExpectation };

    private readonly NetworkDeclaration _declaration;
    private readonly IReadOnlyList<ModelInput> _inputs;
    private readonly Lazy<HashSet<(string, Anchor)>> _known;
    private int _layers;

    public Trial(NetworkDeclaration declaration, IReadOnlyList<ModelInput> inputs)
    {
        _declaration = declaration;
        _inputs = inputs;
        _known = new Lazy<HashSet<(string, Anchor)>>(() => new(Problems(declaration, inputs).Select(Key)));
    }

    /// <summary>Whether the size of the input is the author's to choose, and not that of a data set.</summary>
    public bool IsInputFree => !_declaration.Attributes.Any(static attribute => attribute.Kind == AttributeKind.Training);

    /// <summary>The layers on the model itself behind an attribute.</summary>
    public IEnumerable<AttributeDeclaration> LayersBelow(int attribute) =>
        _declaration.Attributes.Where(layer => layer.Kind == AttributeKind.Layer && layer.Index > attribute);

    /// <summary>Whether a problem is gone once some attributes are changed, and no other one has come in its place.</summary>
    /// <param name="problem">What is to be mended.</param>
    /// <param name="changes">New attributes by their places; <see langword="null"/> for one that is left out.</param>
    public bool Fixes((string Id, Anchor Anchor) problem, IReadOnlyDictionary<AttributePlace, Func<AttributeDeclaration, AttributeDeclaration?>> changes) =>
        Fixes(problem, _declaration with { Attributes = Changed(_declaration.Attributes, AttributePlace.OnModel, changes) }, _inputs);

    /// <summary>The same for another shape of an input.</summary>
    public bool Fixes((string Id, Anchor Anchor) problem, int inputAttribute, Shape shape) => Fixes(problem, _declaration, _inputs
        .Select(input => input.Attribute.Index == inputAttribute ? input with { Shape = shape } : input)
        .ToList());

    private bool Fixes((string Id, Anchor Anchor) problem, NetworkDeclaration declaration, IReadOnlyList<ModelInput> inputs)
    {
        if (_layers > MostLayers)
        {
            return false;
        }

        IReadOnlyList<Problem> left = Problems(declaration, inputs);
        return !left.Any(found => Key(found) == problem)
            && left.All(found => _known.Value.Contains(Key(found)) || s_claims.Contains(found.Id));
    }

    private IReadOnlyList<Problem> Problems(NetworkDeclaration declaration, IReadOnlyList<ModelInput> inputs)
    {
        CheckedNetwork network = NetworkBuilder.Build(declaration, inputs);
        _layers += 1 + network.Layers.Count;
        return network.Problems;
    }

    private static (string, Anchor) Key(Problem problem) => (problem.Id, problem.Anchor);

    private static EquatableArray<AttributeDeclaration> Changed(
        EquatableArray<AttributeDeclaration> attributes, string owner,
        IReadOnlyDictionary<AttributePlace, Func<AttributeDeclaration, AttributeDeclaration?>> changes) => attributes
        .Select(attribute => changes.TryGetValue(new AttributePlace(owner, attribute.Index), out var change) ? change(attribute) : attribute)
        .Where(static attribute => attribute is not null)
        .Select(attribute => attribute!.Used is { Kind: UsedKind.Block } used
            ? attribute with { Used = used with { Attributes = Changed(used.Attributes, used.FullName, changes) } }
            : attribute!)
        .ToEquatableArray();
}
