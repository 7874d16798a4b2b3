using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Web.Hosting.Keys;

namespace Shiojiri.CxoLab.Web.Commands.Checkups;

/// <summary>The key files: there, readable, and by nobody else.</summary>
internal sealed class SecretsCheckup(IServiceProvider services, IOptions<SecretsSettings> secrets) : ICheckup
{
    private const UnixFileMode Group = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute;
    private const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    public static string Subject => "key file";

    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        var faults = services.KeyFaults().ToList();
        foreach (var fault in faults)
        {
            yield return Finding.Fail(fault);
        }

        foreach (var file in secrets.Value.Files.Where(File.Exists))
        {
            yield return ModeOf(file, wellRead: faults.Count == 0);
        }
    }

    private static Finding ModeOf(string file, bool wellRead)
    {
        if (OperatingSystem.IsWindows())
        {
            return Finding.Ok($"{file} is there; see by yourself that the account of the site alone may read it.");
        }

        var mode = File.GetUnixFileMode(file);
        return (mode & Others) != 0 ? Finding.Fail($"Everybody on this machine can read {file}: chmod 600 it, and change it if somebody may have.")
            : (mode & Group) != 0 ? Finding.Warn($"A group can read {file}: chmod 600 it, unless that group is the site's own.")
            : wellRead ? Finding.Ok($"{file} holds a key that its owner alone can read.")
            : Finding.Warn($"{file} is there, for its owner alone.");
    }
}
