using System.Globalization;
using System.Text;

namespace CnnGen.Samples.DrawADigit.Server.Monitoring;

/// <summary>Counts requests to <c>/predict</c>, and writes the counts as Prometheus reads them.</summary>
internal sealed class RequestMetrics
{
    private static readonly double[] s_bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1];

    private readonly Lock _lock = new();
    private readonly SortedDictionary<int, long> _requests = [];
    private readonly long[] _within = new long[s_bounds.Length];
    private double _seconds;
    private long _images;

    /// <summary>A digit was read.</summary>
    public void CountImage() => Interlocked.Increment(ref _images);

    /// <summary>A request was answered.</summary>
    public void CountRequest(int status, TimeSpan time)
    {
        lock (_lock)
        {
            _requests[status] = _requests.GetValueOrDefault(status) + 1;
            _seconds += time.TotalSeconds;
            for (int i = 0; i < s_bounds.Length; i++)
            {
                _within[i] += time.TotalSeconds <= s_bounds[i] ? 1 : 0;
            }
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        lock (_lock)
        {
            Head(text, "drawadigit_requests_total", "counter", "Requests to /predict by status.");
            foreach ((int status, long count) in _requests)
            {
                Line(text, $"drawadigit_requests_total{{code=\"{status}\"}} {count}");
            }

            Head(text, "drawadigit_request_errors_total", "counter", "Requests to /predict that got no reading.");
            Line(text, $"drawadigit_request_errors_total {_requests.Where(static pair => pair.Key >= 400).Sum(static pair => pair.Value)}");
            Head(text, "drawadigit_request_seconds", "histogram", "Time from a request to its answer.");
            for (int i = 0; i < s_bounds.Length; i++)
            {
                Line(text, $"drawadigit_request_seconds_bucket{{le=\"{s_bounds[i]}\"}} {_within[i]}");
            }

            long all = _requests.Values.Sum();
            Line(text, $"drawadigit_request_seconds_bucket{{le=\"+Inf\"}} {all}");
            Line(text, $"drawadigit_request_seconds_sum {_seconds}");
            Line(text, $"drawadigit_request_seconds_count {all}");
        }

        Head(text, "drawadigit_images_total", "counter", "Digits that were read.");
        Line(text, $"drawadigit_images_total {Interlocked.Read(ref _images)}");
        Head(text, "drawadigit_memory_bytes", "gauge", "Memory that the program holds, as the system counts it.");
        Line(text, $"drawadigit_memory_bytes {Environment.WorkingSet}");
        return text.ToString();
    }

    private static void Head(StringBuilder text, string name, string type, string help) =>
        text.Append("# HELP ").Append(name).Append(' ').Append(help).Append("\n# TYPE ").Append(name).Append(' ').Append(type).Append('\n');

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
