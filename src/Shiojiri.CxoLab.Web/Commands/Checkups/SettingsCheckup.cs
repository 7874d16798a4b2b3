using System.Runtime.CompilerServices;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Commands.Checkups;

/// <summary>What the site would not start with, and settings that it does not know.</summary>
internal sealed class SettingsCheckup(IServiceProvider services, IConfiguration configuration) : ICheckup
{
    public static string Subject => "settings";

    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        var faults = services.SettingFaults().Concat(services.ConnectionFaults()).ToList();
        foreach (var fault in faults)
        {
            yield return Finding.Fail(fault);
        }

        if (faults.Count == 0)
        {
            yield return Finding.Ok("The site starts with these settings.");
        }

        foreach (var name in SettingNames.UnknownIn(configuration))
        {
            yield return Finding.Warn($"{name} is no setting of this site: is it misspelt?");
        }
    }
}
