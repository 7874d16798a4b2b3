using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Mail;

/// <summary>Writes each mail as an .eml file that a mail program opens. The same mail written twice is one file.</summary>
internal sealed class FolderTransport(IOptions<MailSettings> mail, IOptions<SiteSettings> site, CurrentSettings current) : IMailTransport
{
    public async Task<MailTrouble?> SendAsync(OutgoingMail letter, CancellationToken ct)
    {
        var folder = Directory.CreateDirectory(mail.Value.Folder!);
        var path = Path.Combine(folder.FullName, $"{letter.QueuedUtc + JapanTime.Offset:yyyyMMdd-HHmmss}-{letter.Key:N}.eml");
        var draft = $"{path}.part";
        try
        {
            await MimeLetter.Of(letter, mail.Value, site.Value, current.Programme.OfficeName).WriteToAsync(draft, ct);
            File.Move(draft, path, overwrite: true);
            return null;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return new MailTrouble(trouble.GetType().Name, IsPermanent: false);
        }
    }
}
