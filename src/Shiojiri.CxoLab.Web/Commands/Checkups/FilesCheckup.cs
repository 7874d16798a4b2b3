using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Commands.Checkups;

/// <summary>The folders that the site writes into, and the room they have.</summary>
internal sealed class FilesCheckup(IHostEnvironment environment, IConfiguration configuration, IOptions<PictureSettings> pictures, IOptions<MailSettings> mail) : ICheckup
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Less is soon used up by a day of applications and mails, or one large picture.</summary>
    private const long Scarce = 1024;

    private const long Gone = 100;

    public static string Subject => "files";

    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        foreach (var (folder, use) in Folders())
        {
            if (!SettingsCheck.IsWritable(folder))
            {
                yield return Finding.Fail($"{folder} can't be written to ({use}): give it to the account that runs the site.");
                continue;
            }

            var free = new DriveInfo(folder).AvailableFreeSpace / Megabyte;
            var text = $"{folder} can be written to ({use}), {free:N0} MB are free";
            yield return free < Gone ? Finding.Fail($"{text}: make room.") : free < Scarce ? Finding.Warn($"{text}: make room soon.") : Finding.Ok($"{text}.");
        }
    }

    private IEnumerable<(string Folder, string Use)> Folders()
    {
        var data = DataFolder.Of(environment, configuration);
        yield return (data, "Data:Folder");
        if (!DatabaseSetup.IsSqlServer(configuration)
            && SqliteFile.FolderOf(DatabaseSetup.SqliteConnectionString(configuration, Path.Combine(data, "cxolab.db"))) is var folder && folder != Path.GetFullPath(data))
        {
            yield return (folder, "the database");
        }

        if (pictures.Value.Folder is { } shown)
        {
            yield return (shown, "Pictures:Folder");
        }

        if (mail.Value is { Transport: MailTransport.Folder, Folder: { } letters })
        {
            yield return (letters, "Mail:Folder");
        }

        yield return (Path.GetTempPath(), "uploads");
    }
}
