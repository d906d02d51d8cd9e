namespace CnnGen.Benchmarks.Picture;

/// <summary>The picture's colours, by day and by night, and its motion, which readers can do without.</summary>
internal static class PictureStyle
{
    public const string Colours = """
        svg{--paper:#fff;--edge:#d1d9e0;--ink:#1f2328;--soft:#59636e;--trough:#eaeef2;--right:#0969da;--wrong:#cf222e;--loss:#bc4c00}
        @media(prefers-color-scheme:dark){svg{--paper:#0d1117;--edge:#3d444d;--ink:#f0f6fc;--soft:#9198a1;--trough:#21262d;--right:#4493f8;--wrong:#f85149;--loss:#f0883e}}
        text{font-family:-apple-system,BlinkMacSystemFont,"Segoe UI","Noto Sans",Helvetica,Arial,sans-serif;font-size:12px;fill:var(--soft)}
        .paper{fill:var(--paper);stroke:var(--edge)}.ink{fill:var(--ink)}.pixels{image-rendering:pixelated}
        .title{font-size:15px;font-weight:600;fill:var(--ink)}.big{font-size:34px;font-weight:600;fill:var(--ink);font-variant-numeric:tabular-nums}
        .tick,.class{font-size:10px}.name{font-weight:600}.end,.class{text-anchor:end}.middle{text-anchor:middle}.steps{font-variant-numeric:tabular-nums}
        .accuracy-name{fill:var(--right)}.loss-name{fill:var(--loss)}
        g[id^=w] rect{fill:var(--wrong);fill-opacity:.2}g[id^=w] text{font-size:11px;font-weight:700;text-anchor:end;fill:var(--wrong);stroke:var(--paper);stroke-width:2.5px;paint-order:stroke}
        .chosen{fill:none;stroke:var(--right);stroke-width:2}.arrow{fill:none;stroke:var(--soft);stroke-width:1.5}
        .trough{fill:var(--trough)}.bar{fill:var(--soft);transform-box:fill-box;transform-origin:0 0}.right{fill:var(--right)}
        .grid{stroke:var(--edge);stroke-width:.5}.now{stroke:var(--soft)}
        .loss,.accuracy{fill:none;stroke-width:2.2;stroke-linejoin:round}.loss{stroke:var(--loss)}.accuracy{stroke:var(--right)}.faint{stroke-width:1;opacity:.45}

        """;

    /// <summary>Moments are shown one after the other; without motion the last one stays.</summary>
    public static string Motion { get; } = $$$"""
        .frame{visibility:hidden;animation:frame {{{Timeline.Whole}}}s step-end infinite}
        @keyframes frame{0%{visibility:visible}{{{Timeline.Percent(1)}}},100%{visibility:hidden}}
        .last{visibility:visible;animation-name:last}
        @keyframes last{0%,{{{Timeline.Percent(Timeline.Frames - 1)}}}{visibility:hidden}{{{Timeline.Percent(Timeline.Frames - 1)}}},100%{visibility:visible}}
        .roll{transform:translateY(var(--far));animation:roll {{{Timeline.Whole}}}s infinite}
        @keyframes roll{0%{transform:translateY(0);animation-timing-function:steps({{{Timeline.Frames - 1}}})}{{{Timeline.Percent(Timeline.Frames - 1)}}},100%{transform:translateY(var(--far))}}

        """;

    /// <summary>For readers who asked for none.</summary>
    public const string NoMotion = "@media(prefers-reduced-motion:reduce){*{animation:none!important}.now{visibility:hidden}}\n";
}
