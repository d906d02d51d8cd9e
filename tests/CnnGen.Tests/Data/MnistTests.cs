using System.Net;
using System.Reflection;

namespace CnnGen.Tests;

public sealed class MnistTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_declared_shape_is_that_of_the_data()
    {
        ImageDataAttribute declared = typeof(Mnist).GetCustomAttribute<ImageDataAttribute>()!;
        Mnist mnist = Mnist.Load(Digits("a", 3, 2));

        (declared.Height, declared.Width, declared.Channels, declared.Classes, declared.Labels)
            .ShouldBe((mnist.Train.Height, mnist.Train.Width, mnist.Train.Channels, mnist.Train.Classes, mnist.Train.LabelKind));
        (mnist.Train.Role, mnist.Test.Role).ShouldBe((DataRole.Train, DataRole.Test));
    }

    [Fact]
    public void A_named_folder_comes_first()
    {
        Mnist mnist = Load(new() { Named = Digits("b", 4, 2), Cache = Digits("c", 5, 2) }, Digits("a", 3, 2), Digits("d", 6, 2));

        (mnist.Source, mnist.Train.Count, mnist.Test.Count).ShouldBe((MnistSource.Directory, 3, 2));
        mnist.Description.ShouldBe($"3 + 2 MNIST digits from {_folder.File("a")}");
    }

    [Fact]
    public void Then_the_environment()
    {
        Mnist mnist = Load(new() { Named = Digits("b", 4, 2), Cache = Digits("c", 5, 2) }, null, Digits("d", 6, 2));

        (mnist.Source, mnist.Train.Count).ShouldBe((MnistSource.Environment, 4));
        mnist.Description.ShouldBe($"4 + 2 MNIST digits from {_folder.File("b")} (CNNGEN_MNIST_DIR)");
    }

    [Fact]
    public void Then_the_cache()
    {
        Mnist mnist = Load(new() { Named = "", Cache = Digits("c", 5, 2), Download = NoNet }, null, Digits("d", 6, 2));

        (mnist.Source, mnist.Train.Count).ShouldBe((MnistSource.Cache, 5));
        mnist.Description.ShouldEndWith("(downloaded earlier)");
    }

    [Fact]
    public void Then_the_net()
    {
        Mnist mnist = Load(new() { Named = null, Cache = _folder.File("new"), Download = _ => Digits("new", 7, 2) }, null, Digits("d", 6, 2));

        (mnist.Source, mnist.Train.Count).ShouldBe((MnistSource.Download, 7));
        mnist.Description.ShouldEndWith("(downloaded)");
    }

    [Fact]
    public void Then_the_digits_that_ship_with_the_program()
    {
        Mnist mnist = Load(new() { Named = null, Cache = _folder.File("new"), Download = NoNet }, null, Digits("d", 6, 2));

        (mnist.Source, mnist.Train.Count).ShouldBe((MnistSource.Fallback, 6));
        mnist.Description.ShouldEndWith("(shipped with the program)");
        Load(new() { Named = null, Cache = null, Download = NoNet }, null, _folder.File("d")).Source.ShouldBe(MnistSource.Fallback);
    }

    [Fact]
    public void Else_the_error_says_what_to_do()
    {
        Error(new() { Named = null, Cache = _folder.File("new"), Download = NoNet })
            .ShouldBe("MNIST cannot be downloaded (no net); name a folder with its four files, or set CNNGEN_MNIST_DIR to it.");
        Error(new() { Named = null, Cache = null, Download = NoNet }).ShouldContain("(there is no cache folder)");
    }

    [Fact]
    public void A_folder_that_is_missing_or_incomplete_is_an_error_and_nothing_else_is_tried()
    {
        string missing = _folder.File("missing");
        Should.Throw<CnnGenException>(() => Mnist.Load(missing)).Message.ShouldStartWith($"{missing} is no folder; expected one with MNIST's train-images-idx3-ubyte, ");

        Error(new() { Named = missing, Cache = Digits("c", 5, 2) })
            .ShouldBe($"{missing} is no folder; CNNGEN_MNIST_DIR must name one with MNIST's four files, or be empty.");

        string part = Digits("part", 3, 2);
        File.Delete(Path.Combine(part, "t10k-labels-idx1-ubyte.gz"));
        Should.Throw<CnnGenException>(() => Load(new() { Named = part, Cache = Digits("c", 5, 2) }, null, null)).Message
            .ShouldStartWith($"{Path.Combine(part, "t10k-labels-idx1-ubyte.gz")} does not exist, nor does it without .gz or as t10k-labels.idx1-ubyte; ");
    }

    [Fact]
    public void Files_need_not_be_compressed()
    {
        string folder = Digits("a", 3, 2);
        string labels = Path.Combine(folder, "train-labels-idx1-ubyte");
        File.Delete(labels + ".gz");
        File.WriteAllBytes(labels, [.. IdxBytes.Header(0x0801, 3), 1, 2, 3]);

        Mnist.Load(folder).Train.Labels.ShouldBe([1, 2, 3]);
    }

    [Theory]
    [InlineData(".gz")]
    [InlineData("")]
    public void Names_may_have_a_dot(string extension)
    {
        string folder = Digits("a", 3, 2);
        foreach (string file in Directory.GetFiles(folder))
        {
            byte[] content = File.ReadAllBytes(file);
            File.Delete(file);
            File.WriteAllBytes(file.Replace("-idx", ".idx").Replace(".gz", extension), extension.Length > 0 ? content : IdxBytes.Decompress(content));
        }

        Mnist.Load(folder).Train.Count.ShouldBe(3);
        Load(new() { Named = "", Cache = folder, Download = NoNet }, null, null).Source.ShouldBe(MnistSource.Cache);
    }

    [Fact]
    public void Digits_of_another_size_are_refused()
    {
        string folder = Digits("a", 3, 2, side: 27);

        Should.Throw<CnnGenException>(() => Mnist.Load(folder)).Message
            .ShouldBe($"{Path.Combine(folder, "train-images-idx3-ubyte.gz")} has images of 27×27; MNIST's are 28×28.");
    }

    [DigitsFact]
    public void A_download_takes_the_first_mirror_with_the_right_content()
    {
        var server = new Server
        {
            ["https://gone.test/"] = _ => new HttpResponseMessage(HttpStatusCode.NotFound),
            ["https://wrong.test/"] = _ => Content(IdxBytes.Compress(new byte[100])),
            ["https://page.test/"] = _ => Content("<html>"u8.ToArray()),
            ["https://right.test/"] = name => Content(File.ReadAllBytes(Path.Combine(RealDigits.Folder!, name))),
        };

        Download(server).Run(_folder.File("cache"));

        Directory.GetFiles(_folder.File("cache")).Select(Path.GetFileName).Order().ShouldBe(MnistFiles.All.Select(file => file.Name + ".gz").Order());
        Mnist mnist = Load(new() { Named = null, Cache = _folder.File("cache"), Download = NoNet }, null, null);
        (mnist.Train.Count, mnist.Test.Count).ShouldBe((60000, 10000));
        mnist.Test.Labels.Take(5).ShouldBe([7, 2, 1, 0, 4]);
    }

    [Fact]
    public void A_download_that_fails_says_why_and_leaves_nothing()
    {
        var server = new Server
        {
            ["https://gone.test/"] = _ => new HttpResponseMessage(HttpStatusCode.NotFound),
            ["https://wrong.test/"] = _ => Content(IdxBytes.Compress(new byte[100])),
            ["https://page.test/"] = _ => Content("<html>"u8.ToArray()),
            ["https://none.test/"] = _ => throw new HttpRequestException("No such host is known."),
        };

        string message = Should.Throw<CnnGenException>(() => Download(server).Run(_folder.File("cache"))).Message;

        message.ShouldContain("gone.test: ");
        message.ShouldContain("404");
        message.ShouldContain("wrong.test: train-images-idx3-ubyte.gz has the SHA-256 cd00e292c5970d3c5e2f0ffa5171e555bc46bfc4faddfb4a418b6840b86e79a3 instead of ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db");
        message.ShouldContain("none.test: No such host is known");
        message.ShouldNotContain("\n");
        Directory.Exists(_folder.File("cache")).ShouldBeFalse();
    }

    [Fact]
    public void A_mirror_that_does_not_answer_is_given_up_soon()
    {
        var stalled = new MnistDownload
        {
            Mirrors = ["https://slow.test/"],
            AnswerTime = TimeSpan.FromMilliseconds(50),
            Handler = static () => new Silent(),
        };

        Should.Throw<CnnGenException>(() => stalled.Run(_folder.File("cache"))).Message.ShouldBe("slow.test: no answer in time");
    }

    private static void NoNet(string directory) => throw new CnnGenException("no net.");

    private static Mnist Load(MnistFolder folder, string? directory, string? fallback) => Mnist.Load(folder, directory, fallback);

    private static string Error(MnistFolder folder) => Should.Throw<CnnGenException>(() => Load(folder, null, null)).Message;

    private static MnistDownload Download(Server server) => new() { Mirrors = [.. server.Keys], Handler = () => new Handler(server) };

    private static HttpResponseMessage Content(byte[] content) => new() { Content = new ByteArrayContent(content) };

    private string Digits(string name, int train, int test, int side = 28)
    {
        Directory.CreateDirectory(_folder.File(name));
        Write(name, MnistFiles.TrainImages, [.. IdxBytes.Header(0x0803, train, side, side), .. new byte[train * side * side]]);
        Write(name, MnistFiles.TrainLabels, [.. IdxBytes.Header(0x0801, train), .. new byte[train]]);
        Write(name, MnistFiles.TestImages, [.. IdxBytes.Header(0x0803, test, side, side), .. new byte[test * side * side]]);
        Write(name, MnistFiles.TestLabels, [.. IdxBytes.Header(0x0801, test), .. new byte[test]]);
        return _folder.File(name);
    }

    private void Write(string folder, string name, byte[] content) => _folder.Write(Path.Combine(folder, name + ".gz"), IdxBytes.Compress(content));

    private sealed class Server : Dictionary<string, Func<string, HttpResponseMessage>>;

    private sealed class Handler(Server server) : HttpMessageHandler
    {
        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string address = request.RequestUri!.ToString();
            int slash = address.LastIndexOf('/') + 1;
            return server[address[..slash]](address[slash..]);
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(Send(request, cancellationToken));
    }

    private sealed class Silent : HttpMessageHandler
    {
        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            cancellationToken.WaitHandle.WaitOne(TimeSpan.FromSeconds(20));
            throw new OperationCanceledException(cancellationToken);
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(Send(request, cancellationToken));
    }
}
