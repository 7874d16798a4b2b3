using System.Text.RegularExpressions;
using MimeKit;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>Mails as their readers have them.</summary>
internal static class Mailbox
{
    /// <summary>The path of the newest link in any mail that begins so; mails that are still under way are waited for.</summary>
    public static async Task<string> LinkAsync(Site site, string start, int atLeast = 1)
    {
        for (var i = 0; i < 100; i++)
        {
            if (Directory.Exists(site.MailFolder))
            {
                var mails = Directory.GetFiles(site.MailFolder, "*.eml").Select(file => (MimeMessage.Load(file), File.GetLastWriteTimeUtc(file))).OrderBy(m => m.Item2).ToList();
                var links = mails.SelectMany(m => Regex.Matches(m.Item1.TextBody ?? "", $"{Regex.Escape(start)}[A-Za-z0-9_-]{{22}}").Select(found => found.Value)).ToList();
                if (links.Count >= atLeast)
                {
                    return links[^1];
                }
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"No mail with {start} came.");
    }
}
