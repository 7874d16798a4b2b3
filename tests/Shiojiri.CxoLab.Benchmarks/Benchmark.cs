using System.Diagnostics;
using System.Text.Json;

namespace Shiojiri.CxoLab.Benchmarks;

/// <summary>One whole run, in the order of the report. It asserts nothing: what a ratio means is for the reader to judge.</summary>
internal sealed class Benchmark(string siteFolder, string? only)
{
    private const int PageRounds = 9;
    private const int PostRounds = 10;
    private const int PostsAlone = 40;

    // Below the hundred mails that the sender takes at a time, so that it is done soon after each round.
    private const int PostsTogether = 96;
    private const int Together = 16;
    private const int Few = 100;
    private const int Many = 10_000;

    // The compiler goes on improving hot code for hundreds of requests; before that a fifth of the time is its own.
    private const int WarmUpPosts = 800;

    private static readonly Dictionary<string, string> NoSettings = [];
    private const string Brotli = "br";

    // The query sends the request past the finished pages: it is rendered anew. /projects has a row for each of its 20 projects.
    private static readonly (string Target, string Packing, string Goal)[] Pages =
    [
        ("/", "", ">= 0.85"),
        ("/", Brotli, ">= 0.85"),
        ("/recruit", Brotli, ">= 0.85"),
        ("/projects?anew", "", ">= 0.07"),
        ("/?anew", "", ""),
    ];

    private static readonly (string Name, string Target)[] DeskPages =
    [
        ("list", "/admin/applications"),
        ("search", "/admin/applications?q=%E7%B5%8C%E5%96%B6"),
        ("dashboard", "/admin"),
    ];

    private static readonly TimeSpan PageRound = TimeSpan.FromSeconds(0.5);

    private string Dll => Path.Combine(siteFolder, "Shiojiri.CxoLab.Web.dll");

    private readonly Report _report = new();
    private string _folder = "";

    public void Run()
    {
        var watch = Stopwatch.StartNew();
        _folder = Directory.CreateTempSubdirectory("cxolab-bench-").FullName;
        try
        {
            using var silence = new SilentMailServer();
            using var open = Site("open", NoSettings);
            using var held = Site("held", silence.Settings());
            var first = open.Start();
            held.Start();
            var handed = Handed(open);
            using var bare = Bare(handed);
            bare.WaitFor(Pages[0].Target);
            if (only is null or "start")
            {
                Starts(first, handed);
            }

            if (only is null or "pages")
            {
                ComparePages(open, bare);
            }

            if (only is null or "desk")
            {
                CompareDesks();
            }

            if (only is null or "posts")
            {
                ComparePosts(open, held, bare);
                _report.Note($"Applications sent and stored: {open.Sent} and {open.Count("Applications")}, {held.Sent} and {held.Count("Applications")}.");
                _report.Note($"Mails of the site with the sender at work: {open.Count("OutgoingMails")}, not yet delivered {open.Count("OutgoingMails", "State = 'Queued'")}.");
            }

            _report.Add("working set after all this", $"{open.WorkingSetMegabytes:0} MB", $"{bare.WorkingSetMegabytes:0} MB", open.WorkingSetMegabytes / bare.WorkingSetMegabytes, "<= 4");
            _report.Note($"The whole run took {watch.Elapsed.TotalSeconds:0} s.");
        }
        finally
        {
            Directory.Delete(_folder, recursive: true);
        }

        _report.Print(Console.Out);
    }

    // Each start of the site meets the whole of Development: settings, migrations, first content, one page.
    private void Starts(TimeSpan first, string handed)
    {
        using var site = Site("start", NoSettings);
        site.Start();
        var (own, least) = (new List<double>(), new List<double>());
        for (var i = 0; i < 5; i++)
        {
            site.Stop();
            own.Add(site.Start().TotalMilliseconds);
            using var bare = Bare(handed);
            least.Add(bare.WaitFor(Pages[0].Target).TotalMilliseconds);
        }

        var (median, floor) = (Contest.Median(own), Contest.Median(least));
        _report.Add("start on an empty database to its first page", $"{first.TotalMilliseconds:0} ms", $"{floor:0} ms", first.TotalMilliseconds / floor, "");
        _report.Add("start on a filled one, median of 5", $"{median:0} ms", $"{floor:0} ms", median / floor, "<= 5");
    }

    private void ComparePages(SiteProcess site, ChildProcess bare)
    {
        foreach (var (target, packing, goal) in Pages)
        {
            foreach (var atOnce in new[] { 1, Together })
            {
                using var contest = new Contest(
                    atOnce,
                    new Contender(() => Visits(site.Port, target, packing), Processor: () => site.Processor),
                    new Contender(() => Visits(bare.Port, target, packing), Processor: () => bare.Processor));
                contest.WarmUp(PageRound * 4);
                var measured = contest.Run(PageRounds, PageRound);
                _report.Rate($"GET {target} {packing}, {atOnce} at once", measured[0], measured[1], atOnce == 1 ? "" : goal);
                if (atOnce > 1)
                {
                    var isKept = !target.Contains('?', StringComparison.Ordinal);
                    _report.Processor(measured[0], measured[1], isKept ? "<= 1.4" : "");
                    _report.Slowest(measured[0], measured[1], isKept ? "<= 2.5" : "");
                }
            }
        }
    }

    // The same desk with a hundred and with ten thousand applicants.
    private void CompareDesks()
    {
        using var few = Desk("few", Few);
        using var many = Desk("many", Many);
        var (small, large) = (StaffMember.SignIn(few.Port), StaffMember.SignIn(many.Port));
        foreach (var (name, target) in DeskPages)
        {
            Compare(name, "<= 2", () => large.Visits(target), () => small.Visits(target));
        }

        Compare("export, for each applicant", "", large.Exports, small.Exports, Many / Few);

        void Compare(string name, string goal, Func<(Action Step, IDisposable? Held)> most, Func<(Action Step, IDisposable? Held)> least, int rows = 1)
        {
            using var contest = new Contest(1, new Contender(most), new Contender(least));
            contest.WarmUp(PageRound);
            var measured = contest.Run(PageRounds, PageRound);
            var (ofMany, ofFew) = (1000 / measured[0].Rate / rows, 1000 / measured[1].Rate);
            _report.Add($"desk with {Many} applicants: {name}", $"{ofMany:0.0} ms", $"{ofFew:0.0} ms", ofMany / ofFew, goal);
        }
    }

    private SiteProcess Desk(string name, int applicants)
    {
        var site = Site(name, NoSettings);
        site.Start();
        site.Stop();
        StaffMember.AddSamples(Dll, site.Folder);
        StaffMember.Add(Dll, site.Folder);
        Crowd.Grow(site.DatabaseFile, applicants);
        site.Start();
        return site;
    }

    private void ComparePosts(SiteProcess open, SiteProcess held, ChildProcess bare)
    {
        open.Prepare(WarmUpPosts + (PostRounds * (PostsAlone + PostsTogether)));
        held.Prepare(WarmUpPosts + (PostRounds * (PostsAlone + PostsTogether)));
        WarmUp(new Contender(open.Applicant, open.WaitUntilMailed));
        WarmUp(new Contender(held.Applicant));
        using var raw = RawInsert.IntoCopy(held.DatabaseFile, Path.Combine(_folder, "raw.db"));
        var forms = held.SampleRequest(bare.Port);

        foreach (var (atOnce, count, goal) in new[] { (1, PostsAlone, ">= 0.33"), (Together, PostsTogether, ">= 1.2") })
        {
            using var contest = new Contest(
                atOnce,
                new Contender(open.Applicant, open.WaitUntilMailed, Processor: () => open.Processor),
                new Contender(held.Applicant, Processor: () => held.Processor),
                new Contender(() => Posts(bare.Port, forms), Times: 20, Processor: () => bare.Processor),
                new Contender(() => (raw.Insert, null), Times: 5),
                new Contender(() => Colliding(raw)));
            var measured = contest.Run(PostRounds, count);
            _report.Rate($"POST /apply, {atOnce} at once, against raw inserts", measured[0], measured[3], goal);
            _report.Slowest(measured[0], measured[4], atOnce == 1 ? "" : "<= 0.1", ", against inserts each for itself");
            _report.Processor(measured[0], measured[2], "");
            _report.Rate("  the same with the mail sender held", measured[1], measured[3], "");
            _report.Processor(measured[1], measured[2], "");
        }
    }

    private static void WarmUp(Contender site)
    {
        using var contest = new Contest(4, site);
        contest.Run(WarmUpPosts / 80, 80);
    }

    private SiteProcess Site(string name, IReadOnlyDictionary<string, string> settings) =>
        new(Dll, Path.Combine(_folder, name), settings);

    private static ChildProcess Bare(string handed) => new(typeof(BareServer).Assembly.Location, ["--bare", handed], NoSettings);

    /// <summary>The pages as the site answers them, in a file for the bare endpoint to hand out.</summary>
    private string Handed(SiteProcess site)
    {
        using var client = new WireClient(site.Port);
        var file = Path.Combine(_folder, "pages.json");
        File.WriteAllText(file, JsonSerializer.Serialize(
            Pages.Select(p => BarePage.Of(p.Target, p.Packing, client.Ask(Request.Get(site.Port, p.Target, packing: p.Packing))))));
        return file;
    }

    private static (Action Step, IDisposable? Held) Visits(int port, string target, string packing)
    {
        var client = new WireClient(port);
        var request = Request.Get(port, target, packing: packing);
        return (() => client.Expect(request, 200), client);
    }

    private static (Action Step, IDisposable? Held) Colliding(RawInsert first)
    {
        var own = first.Another();
        return (own.Insert, own);
    }

    private static (Action Step, IDisposable? Held) Posts(int port, byte[] request)
    {
        var client = new WireClient(port);
        return (() => client.Expect(request, 302), client);
    }
}
