using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Mail;

public sealed class MimeLetterTests
{
    [Fact]
    public async Task No_automatic_answer_is_asked_for()
    {
        await using var smtp = new LoopbackSmtp(SmtpMood.Accepts);
        using var site = await Site.StartAsync(smtp.Settings, Outbox.StandsStill);
        await site.Visitor().ApplyAsync();

        await site.DeliverAllAsync();

        var message = smtp.Accepted.Single();
        Assert.Contains("X-Auto-Response-Suppress: OOF, AutoReply", message, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated", message, StringComparison.Ordinal);
    }
}
