using System.Reflection;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Tests.Testing;

namespace Shiojiri.CxoLab.Tests.Staff;

public sealed class AuditEntryTests
{
    [Fact]
    public void A_line_follows_the_one_it_was_chained_to()
    {
        var (first, second) = Chain();

        Assert.True(first.Follows(0, AuditEntry.Beginning));
        Assert.True(second.Follows(1, first.Hash));
        Assert.False(second.Follows(0, AuditEntry.Beginning));
        Assert.False(second.Follows(2, first.Hash));
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

        Assert.False(second.Follows(1, first.Hash));
    }

    [Fact]
    public void Details_and_salt_erased_together_leave_the_chain_whole()
    {
        var (first, second) = Chain();

        foreach (var property in new[] { nameof(AuditEntry.Before), nameof(AuditEntry.After), nameof(AuditEntry.Salt) })
        {
            typeof(AuditEntry).GetProperty(property)!.SetValue(second, null);
        }

        Assert.True(second.Follows(1, first.Hash));
    }

    private static (AuditEntry First, AuditEntry Second) Chain()
    {
        var first = new AuditEntry(Given.Staff, AuditAction.SignedIn, "staff@example.jp", null, null, "192.0.2.1", Given.Now);
        first.Chain(0, AuditEntry.Beginning);
        var second = new AuditEntry(Given.Staff, AuditAction.ContactCorrected, "0312345678", "{\"Name\":\"前\"}", "{\"Name\":\"後\"}", "192.0.2.1", Given.Now);
        second.Chain(first.Sequence, first.Hash);
        return (first, second);
    }
}
