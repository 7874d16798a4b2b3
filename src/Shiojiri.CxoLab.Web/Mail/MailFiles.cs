using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Mail;

/// <summary>The .eml files that <see cref="FolderTransport"/> wrote, also when mail leaves another way by now.</summary>
internal sealed partial class MailFiles(IOptions<MailSettings> settings, ILogger<MailFiles> logger)
{
    /// <summary>Deletes those of some mails, as far as this machine has them and lets them go.</summary>
    public void Delete(IReadOnlyCollection<Guid> mails)
    {
        if (mails.Count == 0 || settings.Value.Folder is not { } folder || !Directory.Exists(folder))
        {
            return;
        }

        try
        {
            foreach (var file in mails.SelectMany(key => Directory.EnumerateFiles(folder, $"*-{key:N}.eml*")).ToList())
            {
                File.Delete(file);
            }
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // What is in the database is gone all the same; the folder is for whoever runs the machine.
            Stayed(logger, trouble.GetType().Name);
        }
    }

    [LoggerMessage(54, LogLevel.Warning, "Files of erased mails could not be deleted from the mail folder: {Kind}")]
    private static partial void Stayed(ILogger logger, string kind);
}
