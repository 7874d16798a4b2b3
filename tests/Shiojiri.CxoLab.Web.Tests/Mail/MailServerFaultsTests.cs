using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Mail;

/// <summary>Faults of the server or of the site's settings, not of a mail: it waits until somebody has mended them, and nothing is sent in clear.</summary>
public sealed class MailServerFaultsTests
{
    [Theory]
    [InlineData("MailboxBusy", "None")]
    [InlineData("StallsInData", "None")]
    [InlineData("RejectsPassword", "None")]
    [InlineData("BreaksTls", "StartTls")]
    [InlineData("WrongCertificate", "StartTls")]
    public async Task A_mail_waits_and_says_why(string mood, string security)
    {
        await using var smtp = new LoopbackSmtp(Enum.Parse<SmtpMood>(mood));
        var settings = smtp.Settings;
        settings["Mail:Security"] = security;
        if (mood == "RejectsPassword")
        {
            (settings["Mail:User"], settings["Mail:Password"]) = ("site", "wrong");
        }

        using var site = await Site.StartAsync(settings, Outbox.StandsStill);
        await site.Visitor().ApplyAsync();
        await site.DeliverAllAsync();

        var mail = Assert.Single(await site.MailsAsync());
        Assert.Equal((MailState.Queued, 1, 0), (mail.State, mail.Attempts, smtp.Accepted.Count));
        Assert.NotEmpty(mail.LastError!);
        Assert.DoesNotContain("wrong", mail.LastError!.Replace("wrong password", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
