using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Time.Testing;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Tests.Hosting;

public sealed class PageProtectorTests
{
    private static readonly EphemeralDataProtectionProvider Keys = new();

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 9, 1, 0, 0, 0, TimeSpan.Zero));

    private PageProtector Protector => new(Keys, _time);

    [Fact]
    public void What_was_protected_opens_for_its_own_purpose_only()
    {
        var text = Protector.Protect("A", new Note("あ <b> 𠮷"));

        Assert.Equal(new Note("あ <b> 𠮷"), Protector.Open<Note>("A", text));
        Assert.Null(Protector.Open<Note>("B", text));
        Assert.Null(Protector.Open<Note>("Staff/A", text));
    }

    [Fact]
    public void What_has_a_lifetime_opens_until_it_is_over()
    {
        var text = Protector.Protect("A", new Note("x"), TimeSpan.FromMinutes(5));

        _time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        Assert.Equal(new Note("x"), Protector.OpenInTime<Note>("A", text));

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(Protector.OpenInTime<Note>("A", text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not ours")]
    [InlineData("CfDJ8")]
    public void What_is_missing_or_foreign_is_null(string? text)
    {
        Assert.Null(Protector.Open<Note>("A", text));
        Assert.Null(Protector.OpenInTime<Note>("A", text));
    }

    [Fact]
    public void What_is_longer_than_any_form_is_not_even_tried()
    {
        var text = Protector.Protect("A", new Note(new string('x', SecuritySetup.MaxBody)));

        Assert.Null(Protector.Open<Note>("A", text));
    }

    /// <summary>As the sites before wrote them into their pages.</summary>
    [Fact]
    public void Forms_opened_before_the_upgrade_still_open()
    {
        var ticket = WebEncoders.Base64UrlEncode(Keys.CreateProtector("ApplyForm.Ticket.v1").Protect(JsonSerializer.SerializeToUtf8Bytes(new { Text = "あ" })));
        var step = Keys.CreateProtector("Staff", "Passkey.SignIn")
            .Protect(JsonSerializer.Serialize(new { Content = new { Text = "い" }, UntilUtc = new DateTime(2026, 9, 1, 0, 5, 0, DateTimeKind.Utc) }));

        Assert.Equal(new Note("あ"), Protector.Open<Note>("ApplyForm.Ticket.v1", ticket));
        Assert.Equal(new Note("い"), Protector.OpenInTime<Note>("Staff/Passkey.SignIn", step));
    }

    private sealed record Note(string Text);
}
