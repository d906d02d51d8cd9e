using System.IO.Compression;
using System.Security.Cryptography;

namespace CnnGen;

/// <summary>Fetches the four files from the first mirror that answers and has the right content.</summary>
internal sealed class MnistDownload
{
    private static readonly string[] PublicMirrors =
    [
        "https://ossci-datasets.s3.amazonaws.com/mnist/",
        "https://storage.googleapis.com/cvdf-datasets/mnist/",
        "https://raw.githubusercontent.com/fgnt/mnist/master/",
    ];

    // The largest file has 10 MB.
    private const int MaxFileBytes = 64 << 20;

    /// <summary>Where to look.</summary>
    public IReadOnlyList<string> Mirrors { get; init; } = PublicMirrors;

    /// <summary>How long a mirror may take to answer.</summary>
    public TimeSpan AnswerTime { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>How long one file may take.</summary>
    public TimeSpan FileTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Speaks HTTP; replaced in tests.</summary>
    public Func<HttpMessageHandler> Handler { get; init; } = static () => new SocketsHttpHandler();

    /// <exception cref="CnnGenException">No mirror gave all files.</exception>
    public void Run(string directory)
    {
        using var client = new HttpClient(Handler()) { Timeout = Timeout.InfiniteTimeSpan };
        List<string> reasons = [];
        foreach (string mirror in Mirrors)
        {
            try
            {
                foreach ((string name, string sha256) in MnistFiles.All)
                {
                    FetchMissing(client, mirror, name, sha256, directory);
                }

                return;
            }
            catch (Exception exception) when (
                exception is HttpRequestException or OperationCanceledException or ObjectDisposedException or InvalidDataException or IOException)
            {
                string reason = exception is OperationCanceledException or ObjectDisposedException ? "no answer in time" : exception.Message;
                reasons.Add($"{new Uri(mirror).Host}: {reason.TrimEnd('.')}");
            }
        }

        throw new CnnGenException(string.Join("; ", reasons));
    }

    private void FetchMissing(HttpClient client, string mirror, string name, string sha256, string directory)
    {
        string path = Path.Combine(directory, name + ".gz");
        if (File.Exists(path))
        {
            return;
        }

        byte[] content = Fetch(client, mirror + name + ".gz");
        string found = HashOfContent(content);
        if (found != sha256)
        {
            throw new InvalidDataException($"{name}.gz has the SHA-256 {found} instead of {sha256}");
        }

        AtomicFile.Write(path, stream => stream.Write(content));
    }

    private byte[] Fetch(HttpClient client, string address)
    {
        using var time = new CancellationTokenSource(AnswerTime);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using HttpResponseMessage response = client.Send(request, HttpCompletionOption.ResponseHeadersRead, time.Token);
        response.EnsureSuccessStatusCode();
        time.CancelAfter(FileTime);
        using Stream body = response.Content.ReadAsStream(time.Token);
        // A stalled read does not look at the token; closing the response ends it.
        using CancellationTokenRegistration end = time.Token.Register(response.Dispose);
        using var content = new MemoryStream();
        var block = new byte[1 << 16];
        for (int read; (read = body.Read(block)) > 0;)
        {
            content.Write(block, 0, read);
            if (content.Length > MaxFileBytes)
            {
                throw new InvalidDataException($"{address} is larger than {MaxFileBytes} bytes");
            }
        }

        time.Token.ThrowIfCancellationRequested();
        return content.ToArray();
    }

    private static string HashOfContent(byte[] compressed)
    {
        using var content = new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }
}
