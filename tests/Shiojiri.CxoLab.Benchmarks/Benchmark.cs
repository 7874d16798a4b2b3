using System.Diagnostics;
using System.Text.Json;

namespace Shiojiri.CxoLab.Benchmarks;

/// <summary>One whole run, in the order of the report. It asserts nothing: what a ratio means is for the reader to judge.</summary>
internal sealed class Benchmark(string siteFolder)
{
    private const int PageRounds = 7;
    private const int PostRounds = 10;
    private const int PostsAlone = 40;

    // Below the hundred mails that the sender takes at a time, so that it is done soon after each round.
    private const int PostsTogether = 96;
    private const int Together = 16;

    // The compiler goes on improving hot code for hundreds of requests; before that a fifth of the time is its own.
    private const int WarmUpPosts = 800;

    private static readonly Dictionary<string, string> NoSettings = [];
    private static readonly string[] Pages = ["/recruit", "/"];
    private static readonly TimeSpan PageRound = TimeSpan.FromSeconds(0.5);

    private readonly Report _report = new();
    private string _folder = "";

    public void Run()
    {
        var watch = Stopwatch.StartNew();
        _folder = Directory.CreateTempSubdirectory("cxolab-bench-").FullName;
        try
        {
            Starts();
            using var silence = new SilentMailServer();
            using var open = Site("open", NoSettings);
            using var held = Site("held", silence.Settings());
            open.Start();
            held.Start();
            using var bare = new ChildProcess(typeof(BareServer).Assembly.Location, ["--bare", Handed(open)], NoSettings);
            bare.WaitFor(Pages[0]);

            ComparePages(open, bare);
            ComparePosts(open, held, bare);

            _report.Add("working set after all this, MB", $"{open.WorkingSetMegabytes:0}", $"{bare.WorkingSetMegabytes:0}", open.WorkingSetMegabytes / bare.WorkingSetMegabytes, "<= 150");
            _report.Note($"Applications sent and stored: {open.Sent} and {open.Count("Applications")}, {held.Sent} and {held.Count("Applications")}.");
            _report.Note($"Mails of the site with the sender at work: {open.Count("OutgoingMails")}, not yet delivered {open.Count("OutgoingMails", "State = 'Queued'")}.");
            _report.Note($"The whole run took {watch.Elapsed.TotalSeconds:0} s.");
        }
        finally
        {
            Directory.Delete(_folder, recursive: true);
        }

        _report.Print(Console.Out);
    }

    // Each start meets the whole of Development: settings, migrations, first content, one page.
    private void Starts()
    {
        using var first = Site("start", NoSettings);
        _report.Add("first start to GET / 200, s", $"{first.Start().TotalSeconds:0.00}", "", null, "");
        var again = new List<double>();
        for (var i = 0; i < 3; i++)
        {
            first.Stop();
            again.Add(first.Start().TotalSeconds);
        }

        _report.Add("start on its database, median of 3, s", $"{Contest.Median(again):0.00}", "", null, "<= 1.5");
        _report.Add("working set after one page, MB", $"{first.WorkingSetMegabytes:0}", "", null, "");
    }

    private void ComparePages(SiteProcess site, ChildProcess bare)
    {
        foreach (var path in Pages)
        {
            foreach (var atOnce in new[] { 1, Together })
            {
                using var contest = new Contest(
                    atOnce,
                    new Contender(() => Visits(site.Port, path)),
                    new Contender(() => Visits(bare.Port, path)));
                contest.WarmUp(PageRound * 2);
                var rates = contest.Run(PageRounds, PageRound);
                _report.Add($"GET {path}, {atOnce} at once, against bare Kestrel", rates[0], rates[1], "");
            }
        }
    }

    private void ComparePosts(SiteProcess open, SiteProcess held, ChildProcess bare)
    {
        open.Prepare(WarmUpPosts + (PostRounds * (PostsAlone + PostsTogether)));
        held.Prepare(WarmUpPosts + (PostRounds * (PostsAlone + PostsTogether)));
        WarmUp(new Contender(open.Applicant, open.WaitUntilMailed));
        WarmUp(new Contender(held.Applicant));
        using var raw = new RawInsert(held.DatabaseFile, Path.Combine(_folder, "raw.db"));
        var forms = held.SampleRequest(bare.Port);

        foreach (var (atOnce, count, goal) in new[] { (1, PostsAlone, ">= 0.33"), (Together, PostsTogether, ">= 0.45") })
        {
            using var contest = new Contest(
                atOnce,
                new Contender(open.Applicant, open.WaitUntilMailed),
                new Contender(held.Applicant),
                new Contender(() => Posts(bare.Port, forms), Times: 20),
                new Contender(() => (raw.Insert, null), Times: 5));
            var rates = contest.Run(PostRounds, count);
            _report.Add($"POST /apply, {atOnce} at once, against bare Kestrel", rates[0], rates[2], "");
            _report.Add($"POST /apply, {atOnce} at once, against raw inserts", rates[0], rates[3], goal);
            _report.Add("  the same with the mail sender held", rates[1], rates[3], "");
        }
    }

    private static void WarmUp(Contender site)
    {
        using var contest = new Contest(4, site);
        contest.Run(WarmUpPosts / 80, 80);
    }

    private SiteProcess Site(string name, IReadOnlyDictionary<string, string> settings) =>
        new(Path.Combine(siteFolder, "Shiojiri.CxoLab.Web.dll"), Path.Combine(_folder, name), settings);

    /// <summary>The pages as the site answers them, in a file for the bare endpoint to hand out.</summary>
    private string Handed(SiteProcess site)
    {
        using var client = new WireClient(site.Port);
        var file = Path.Combine(_folder, "pages.json");
        File.WriteAllText(file, JsonSerializer.Serialize(Pages.Select(path => BarePage.Of(path, client.Ask(Request.Get(site.Port, path))))));
        return file;
    }

    private static (Action Step, IDisposable? Held) Visits(int port, string path)
    {
        var client = new WireClient(port);
        var request = Request.Get(port, path);
        return (() => client.Expect(request, 200), client);
    }

    private static (Action Step, IDisposable? Held) Posts(int port, byte[] request)
    {
        var client = new WireClient(port);
        return (() => client.Expect(request, 302), client);
    }
}
