using System.Diagnostics;

namespace Shiojiri.CxoLab.Benchmarks;

/// <summary>Somebody who is signed in at the desk of a site.</summary>
internal sealed class StaffMember
{
    private const string Email = "bench@example.jp";
    private const string Password = "塩と漆と葡萄の町から 2022";

    private readonly int _port;
    private readonly string _cookies;

    private StaffMember(int port, string cookies) => (_port, _cookies) = (port, cookies);

    /// <summary>Makes the account with the site's own command.</summary>
    public static void Add(string dll, string folder)
    {
        using var process = Command(dll, folder, "staff", "add", Email, "--role", "administrator", "--name", "測る人", "--password-stdin");
        process.StandardInput.WriteLine(Password);
        process.StandardInput.Close();
        WaitFor(process);
    }

    /// <summary>The made-up applicants that staff can look at.</summary>
    public static void AddSamples(string dll, string folder)
    {
        using var process = Command(dll, folder, "samples");
        WaitFor(process);
    }

    public static StaffMember SignIn(int port)
    {
        using var client = new WireClient(port);
        var form = client.Ask(Request.Get(port, "/admin/sign-in"));
        var first = Cookies(form);
        var entered = client.Ask(Request.Post(port, "/admin/sign-in", first, [.. Hidden(form), new("Email", Email), new("Password", Password)]));
        return entered.Status is 302 or 303
            ? new StaffMember(port, $"{first}; {Cookies(entered)}")
            : throw new InvalidOperationException($"Nobody could sign in ({entered.Status}).");
    }

    public (Action Step, IDisposable? Held) Visits(string target)
    {
        var client = new WireClient(_port);
        var request = Request.Get(_port, target, _cookies);
        return (() => client.Expect(request, 200), client);
    }

    /// <summary>Takes all applicants away as a CSV file, with every column that is chosen beforehand.</summary>
    public (Action Step, IDisposable? Held) Exports()
    {
        var client = new WireClient(_port);
        var form = client.Ask(Request.Get(_port, "/admin/applications/export", _cookies));
        var token = form.Header("Set-Cookie") is null ? _cookies : $"{_cookies}; {Cookies(form)}";
        var request = Request.Post(_port, "/admin/applications/export", token, [.. FormFields.Of(form, "action=\"/admin/applications/export\"")]);
        return (() => client.Expect(request, 200), client);
    }

    private static List<KeyValuePair<string, string>> Hidden(Answer form) => FormFields.Of(form, "action=\"/admin/sign-in\"");

    private static string Cookies(Answer answer) =>
        string.Join("; ", answer.Headers.Where(h => h.Key.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase)).Select(h => h.Value.Split(';')[0]));

    private static Process Command(string dll, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [dll, .. arguments])
        {
            WorkingDirectory = Path.GetDirectoryName(dll),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Data__Folder"] = folder;
        return Process.Start(start)!;
    }

    private static void WaitFor(Process process)
    {
        var said = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"A command of the site failed: {said.Result}{errors}");
        }
    }
}
