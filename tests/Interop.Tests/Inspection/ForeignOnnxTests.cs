using CnnGen.Interop.Onnx;
using CnnGen.Interop.Tests.Pytorch;

namespace CnnGen.Interop.Tests.Inspection;

/// <summary>ONNX files of other programs, and files that lie.</summary>
public sealed class ForeignOnnxTests : IDisposable
{
    private const int Graph = 7, Operators = 8, Node = 1, Tensor = 5, Input = 11;
    private readonly TemporaryFolder _folder = new();

    /// <summary>Weights among the inputs, axes of which nothing is known, dimensions in one row, parts that are unknown here.</summary>
    [Fact]
    public void Whatever_the_format_allows_is_read()
    {
        ProtoMessage shape = new ProtoMessage().Add(1, new ProtoMessage().Add(2, "N")).Add(1, new ProtoMessage()).Add(1, new ProtoMessage().Add(1, 7L));
        OnnxInfo info = Inspect(new ProtoMessage()
            .Add(Operators, new ProtoMessage().Add(1, "ai.onnx.ml").Add(2, 3L))
            .Add(2, "pytorch").Add(3, "2.1").Add(500, 0.5f).Add(14, "metadata")
            .Add(Graph, new ProtoMessage()
                .Add(Node, new ProtoMessage().Add(4, "Conv").Add(5, new ProtoMessage().Add(6, new ProtoMessage().Add(Node, new ProtoMessage().Add(4, "Inner")))))
                .Add(Node, new ProtoMessage().Add(4, "Relu")).Add(Node, new ProtoMessage().Add(4, "Conv"))
                .Add(Tensor, new ProtoMessage().Add(1, [4L, 300L]).Add(2, 10L).Add(8, "w"))
                .Add(Tensor, new ProtoMessage().Add(1, 4L).Add(1, 2L).Add(2, 7L).Add(8, "v"))
                .Add(Input, new ProtoMessage().Add(1, "w").Add(2, new ProtoMessage()))
                .Add(Input, new ProtoMessage().Add(1, "x").Add(2, new ProtoMessage().Add(1, new ProtoMessage().Add(1, 1L).Add(2, shape))))
                .Add(Input, new ProtoMessage().Add(1, "list").Add(2, new ProtoMessage().Add(4, new ProtoMessage())))));

        info.ToString().Split(Environment.NewLine).ShouldBe(
        [
            $"{info.Path}: ONNX network without a name, written by pytorch 2.1", "operator set: ai.onnx.ml 3", "input x: float32 N×?×7", "input list: other",
            "operators: 3", "  2 Conv", "  1 Relu", "weights: 1208 numbers in 2 tensors", "  w: float16 4×300", "  v: int64 4×2",
        ]);
    }

    [Fact]
    public void Names_cannot_write_to_the_terminal() =>
        Inspect(new ProtoMessage().Add(2, "\u001b[2Jevil\nweights: 1").Add(Graph, new ProtoMessage())).ToString().Split(Environment.NewLine)[0]
            .ShouldEndWith(" written by  [2Jevil weights: 1");

    [Fact]
    public void Sizes_that_nobody_can_count_are_only_shown()
    {
        OnnxInfo info = Inspect(GraphWith(new ProtoMessage().Add(1, [long.MaxValue, long.MaxValue]).Add(8, "w")));

        info.Tensors.ShouldHaveSingleItem().Count.ShouldBe(long.MaxValue);
    }

    [Theory]
    [InlineData("An ONNX file? No.", "it is cut short, damaged or something else")]
    [InlineData("", "it has no network")]
    public void What_is_something_else_is_refused(string text, string reason)
    {
        string path = _folder["net.onnx"];
        File.WriteAllText(path, text);

        Should.Throw<CnnGenException>(() => OnnxFile.Inspect(path)).Message.ShouldBe($"{path} cannot be read: {reason}; expected an ONNX file (.onnx).");
    }

    [Fact]
    public void Lies_are_refused()
    {
        Refusal(GraphWith(new ProtoMessage().Add(1, [-3L]).Add(8, "w"))).ShouldContain("the tensor 'w' would have -3 values along an axis");
        Refusal(GraphWith(new ProtoMessage().Add(1, [.. Enumerable.Repeat(1L, 65)]))).ShouldContain("more than 64 numbers");
        Refusal(GraphWith(new ProtoMessage().Add(8, new string('n', 5000)))).ShouldContain("a name in it has 5000 bytes");
        Refusal(new ProtoMessage().Add(Graph, 1L)).ShouldContain("cut short, damaged or something else");
    }

    /// <summary>A file that ends early is no file, wherever it ends within the network.</summary>
    [Fact]
    public void Every_cut_is_noticed()
    {
        byte[] whole = Bytes(GraphWith(new ProtoMessage().Add(1, [2L, 3L]).Add(2, 1L).Add(8, "weight").Add(9, new float[6])));
        string path = _folder["net.onnx"];
        for (int length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(path, whole[..length]);
            Should.Throw<CnnGenException>(() => OnnxFile.Inspect(path)).Message.ShouldContain(path);
        }
    }

    public void Dispose() => _folder.Dispose();

    private static ProtoMessage GraphWith(ProtoMessage tensor) => new ProtoMessage().Add(Graph, new ProtoMessage().Add(Tensor, tensor));

    private string Refusal(ProtoMessage model) => Should.Throw<CnnGenException>(() => Inspect(model)).Message;

    private OnnxInfo Inspect(ProtoMessage model)
    {
        string path = _folder["net.onnx"];
        File.WriteAllBytes(path, Bytes(model));
        return OnnxFile.Inspect(path);
    }

    private static byte[] Bytes(ProtoMessage model)
    {
        using var stream = new MemoryStream();
        using (var output = new ProtoOutput(stream))
        {
            model.Write(output);
        }

        return stream.ToArray();
    }
}
