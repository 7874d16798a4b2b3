using System.Reflection;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Tests.Testing;

namespace Shiojiri.CxoLab.Tests.Staff;

public sealed class AuditEntryTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Fact]
    public void A_line_follows_the_one_it_was_chained_to()
    {
        var (first, second) = Chain();

        Assert.True(first.Follows(0, AuditEntry.Beginning, Key));
        Assert.True(second.Follows(1, first.Hash, Key));
        Assert.False(second.Follows(0, AuditEntry.Beginning, Key));
        Assert.False(second.Follows(2, first.Hash, Key));
    }

    [Theory]
    [InlineData(nameof(AuditEntry.ActorName), "別人")]
    [InlineData(nameof(AuditEntry.ActorId), 9)]
    [InlineData(nameof(AuditEntry.Subject), "0300000001")]
    [InlineData(nameof(AuditEntry.Action), AuditAction.Exported)]
    [InlineData(nameof(AuditEntry.Before), "{\"Name\":\"別\"}")]
    [InlineData(nameof(AuditEntry.After), null)]
    [InlineData(nameof(AuditEntry.From), "203.0.113.9")]
    [InlineData(nameof(AuditEntry.Sequence), 7)]
    public void A_line_that_was_changed_is_found(string property, object? value)
    {
        var (first, second) = Chain();

        typeof(AuditEntry).GetProperty(property, BindingFlags.Public | BindingFlags.Instance)!.SetValue(second, value);

        Assert.False(second.Follows(1, first.Hash, Key));
    }

    [Fact]
    public void Details_and_salt_erased_together_leave_the_chain_whole()
    {
        var (first, second) = Chain();

        second.Erase();

        Assert.True(second.Follows(1, first.Hash, Key));
    }

    [Fact]
    public void A_line_computed_with_another_key_is_found()
    {
        var (first, second) = Chain();

        second.Chain(first.Sequence, first.Hash, new byte[32]);

        Assert.False(second.Follows(1, first.Hash, Key));
    }

    [Fact]
    public void An_instant_is_kept_in_whole_microseconds()
    {
        var line = new AuditEntry(Given.Staff, AuditAction.SignedIn, "", null, null, null, new DateTime(639_000_000_000_000_019, DateTimeKind.Utc));

        Assert.Equal(639_000_000_000_000_010, line.AtUtc.Ticks);
    }

    [Fact]
    public void Every_action_has_a_code_of_its_own_that_leads_back_to_it()
    {
        var actions = Enum.GetValues<AuditAction>();

        Assert.Equal(actions, actions.Select(a => AuditActions.Of(a.Code())));
        Assert.All(actions, a => Assert.Matches("^[a-z]+(-[a-z]+)*$", a.Code()));
        Assert.All(actions, a => Assert.True(a.Code().Length <= AuditActions.MaxCode));
        Assert.False(AuditActions.Of("payment-forged").IsKnown());
    }

    [Fact]
    public void Looking_at_pages_belongs_into_the_access_log_and_nothing_else_does()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new AuditEntry(Given.Staff, AuditAction.ListViewed, "", null, null, null, Given.Now));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AccessEntry(Given.Staff, AuditAction.Exported, "", null, null, Given.Now));
    }

    private static (AuditEntry First, AuditEntry Second) Chain()
    {
        var first = new AuditEntry(Given.Staff, AuditAction.SignedIn, "staff@example.jp", null, null, "192.0.2.1", Given.Now);
        first.Chain(0, AuditEntry.Beginning, Key);
        var second = new AuditEntry(Given.Staff, AuditAction.ContactCorrected, "0312345678", "{\"Name\":\"前\"}", "{\"Name\":\"後\"}", "192.0.2.1", Given.Now);
        second.Chain(first.Sequence, first.Hash, Key);
        return (first, second);
    }
}
