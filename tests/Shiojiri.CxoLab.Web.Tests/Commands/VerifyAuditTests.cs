using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Commands;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Jobs;
using Shiojiri.CxoLab.Web.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Commands;

/// <summary>The log is a chain under a key that the database does not hold: whoever meddles with the file is found out.</summary>
public sealed class VerifyAuditTests
{
    private const string Broken = "The audit log is broken at line {0}: it was changed, removed, put in, or computed without the key.";
    private const string Copy = "\"AtUtc\", \"ActorName\", \"Action\", \"Subject\", \"Salt\", \"DetailsHash\"";

    [Theory]
    [InlineData("changed: a name", "UPDATE AuditEntries SET ActorName = '別人' WHERE Sequence = 2", Broken, 2)]
    [InlineData("changed: the details", "UPDATE AuditEntries SET After = 'x' WHERE Sequence = 2", Broken, 2)]
    [InlineData("changed: an action of no release", "UPDATE AuditEntries SET Action = 'no-such-action' WHERE Sequence = 2", Broken, 2)]
    [InlineData("removed", "DELETE FROM AuditEntries WHERE Sequence = 2", Broken, 2)]
    [InlineData("removed: the first", "DELETE FROM AuditEntries WHERE Sequence = 1", Broken, 1)]
    [InlineData("removed, the others moved up", "DELETE FROM AuditEntries WHERE Sequence = 2; UPDATE AuditEntries SET Sequence = Sequence - 1 WHERE Sequence = 3; UPDATE AuditEntries SET Sequence = Sequence - 1 WHERE Sequence = 4", Broken, 2)]
    [InlineData("put in at the end", $"INSERT INTO AuditEntries (Sequence, {Copy}, PreviousHash, Hash) SELECT 5, {Copy}, Hash, Hash FROM AuditEntries WHERE Sequence = 4", Broken, 5)]
    [InlineData("cut off", "DELETE FROM AuditEntries WHERE Sequence = 4", "The end of the audit log was cut off: line 4 was there.", 0)]
    [InlineData("cut off, the head moved without the key", "DELETE FROM AuditEntries WHERE Sequence = 4; UPDATE AuditHeads SET Sequence = 3, Hash = (SELECT Hash FROM AuditEntries WHERE Sequence = 3)", "The head of the audit log was not sealed with the key.", 0)]
    [InlineData("the head removed", "DELETE FROM AuditHeads", "The head of the audit log is missing: nothing says where the log ends.", 0)]
    [InlineData("blanked", "UPDATE AuditEntries SET Before = NULL, After = NULL, Salt = NULL WHERE Sequence = 2", "The details of line 2 were blanked, and no later line tells of it.", 0)]
    public async Task Meddling_with_the_file_is_found(string how, string meddling, string fault, int line)
    {
        using var site = await Site.StartAsync();
        await LogAsync(site, 4);

        await site.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(meddling));

        Assert.Equal((how, 1, fault.Replace("{0}", $"{line}", StringComparison.Ordinal)), (how, (await VerifyAsync(site)).Code, (await VerifyAsync(site)).Words));
    }

    [Fact]
    public async Task A_log_computed_anew_without_the_key_is_found()
    {
        using var site = await Site.StartAsync();
        await LogAsync(site, 4);

        await site.InDatabaseAsync(async db =>
        {
            var (sequence, hash) = (0, AuditEntry.Beginning);
            foreach (var line in await db.AuditEntries.AsTracking().OrderBy(e => e.Sequence).ToListAsync())
            {
                line.Chain(sequence, hash, [1, 2, 3]);
                (sequence, hash) = (line.Sequence, line.Hash);
            }

            (await db.AuditHeads.AsTracking().SingleAsync()).Set(sequence, hash, [1, 2, 3]);
            return await db.SaveChangesAsync();
        });

        Assert.Equal((1, Broken.Replace("{0}", "1", StringComparison.Ordinal)), await VerifyAsync(site));
    }

    [Fact]
    public async Task Lines_written_after_the_end_was_cut_off_do_not_hide_it()
    {
        using var site = await Site.StartAsync();
        await LogAsync(site, 4);
        await site.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("DELETE FROM AuditEntries WHERE Sequence = 4"));

        await LogAsync(site, 2);

        Assert.Equal((1, Broken.Replace("{0}", "4", StringComparison.Ordinal)), await VerifyAsync(site));
    }

    [Fact]
    public async Task An_end_cut_off_together_with_an_older_head_is_found_by_the_head_that_was_mailed()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.StaffAsync(Role.Administrator);
        await LogAsync(site, 2);
        var older = await site.InDatabaseAsync(db => db.AuditHeads.SingleAsync());
        await LogAsync(site, 2);
        var mailed = await MailedHeadAsync(site);
        Assert.Equal(0, (await VerifyAsync(site, mailed)).Code);

        await site.InDatabaseAsync(async db =>
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM AuditEntries WHERE Sequence > 2");
            return await db.Database.ExecuteSqlAsync($"UPDATE AuditHeads SET Sequence = 2, Hash = {older.Hash}, Seal = {older.Seal}");
        });

        Assert.Equal(0, (await VerifyAsync(site)).Code);
        Assert.Equal((1, "Line 4 is not the one that was noted down: the log was cut off or is another one."), await VerifyAsync(site, mailed));
        Assert.Equal(2, (await VerifyAsync(site, "4")).Code);
    }

    [Fact]
    public async Task The_head_is_mailed_to_each_administrator_once_a_month()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.StaffAsync(Role.Administrator, "管理 一");
        await site.StaffAsync(Role.Administrator, "管理 二");
        await site.StaffAsync(Role.Viewer);
        await LogAsync(site, 1);

        await using var scope = site.Services.CreateAsyncScope();
        var job = scope.ServiceProvider.GetServices<IJob>().OfType<AuditHeadJob>().Single();

        Assert.Equal(("told 2", "told 0"), (await job.RunAsync(default), await job.RunAsync(default)));
    }

    [Fact]
    public async Task Details_erased_with_their_line_are_erased_and_not_broken()
    {
        using var site = await Site.StartAsync();
        await LogAsync(site, 2, "0312345678");
        await LogAsync(site, 1, "0300000001");

        await EraseAsync(site, "0312345678");
        await LogAsync(site, 1, "0300000001");

        var (code, words) = await VerifyAsync(site);
        Assert.StartsWith("Erased on request: the details of 2 lines.", words, StringComparison.Ordinal);
        Assert.Equal(0, code);
        Assert.Equal(2, await site.InDatabaseAsync(db => db.AuditEntries.CountAsync(e => e.Before != null && e.Subject == "0300000001")));
        Assert.Equal(0, await site.InDatabaseAsync(db => db.AuditEntries.CountAsync(e => e.Before != null && e.Subject == "0312345678")));

        // Nobody blanks more under cover of that line.
        await LogAsync(site, 1, "0312345678");
        await site.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE AuditEntries SET Before = NULL, After = NULL, Salt = NULL WHERE Sequence = 6"));
        Assert.EndsWith("The details of line 6 were blanked, and no later line tells of it.", (await VerifyAsync(site)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_written_at_the_same_moment_stand_behind_each_other()
    {
        using var site = await Site.StartAsync();
        await site.Visitor().OpenAsync("/");

        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => LogAsync(site, 1)));

        var (code, words) = await VerifyAsync(site);
        Assert.StartsWith("The audit log holds: 40 lines, head 40:", words, StringComparison.Ordinal);
        Assert.Equal(0, code);
    }

    internal static async Task LogAsync(Site site, int lines, string subject = "")
    {
        for (var i = 0; i < lines; i++)
        {
            await site.InDatabaseAsync(db =>
            {
                db.Add(new AuditEntry(new Actor(null, "事務局"), AuditAction.ContactCorrected, subject, "{\"Name\":\"前\"}", "{\"Name\":\"後\"}", null, DateTime.UnixEpoch));
                return db.SaveChangesAsync();
            });
        }
    }

    internal static async Task<(int Code, string Words)> VerifyAsync(Site site, string? head = null)
    {
        await using var scope = site.Services.CreateAsyncScope();
        using var output = new StringWriter();
        var code = await VerifyAuditCommand.VerifyAsync(scope.ServiceProvider.GetRequiredService<AuditVerification>(), head, output, CancellationToken.None);
        return (code, output.ToString().Trim());
    }

    private static async Task EraseAsync(Site site, string number)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AuditErasure>().EraseAsync(number, Actor.CommandLine, default);
        await scope.ServiceProvider.GetRequiredService<CxoLabDb>().SaveChangesAsync();
    }

    private static async Task<string> MailedHeadAsync(Site site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetServices<IJob>().OfType<AuditHeadJob>().Single().RunAsync(default);
        var text = await site.InDatabaseAsync(db => db.OutgoingMails.Where(m => m.Kind == MailKind.AuditHead).Select(m => m.Text).SingleAsync());
        return System.Text.RegularExpressions.Regex.Match(text, "[0-9]+:[0-9a-f]{64}").Value;
    }
}
