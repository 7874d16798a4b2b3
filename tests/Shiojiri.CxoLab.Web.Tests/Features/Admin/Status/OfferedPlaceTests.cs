using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Status;

public sealed class OfferedPlaceTests
{
    [Theory]
    [InlineData(true, "席を取り、ご案内のメールをお送りします", 1)]
    [InlineData(false, "席を取りました。メールアドレスがない方なので、お電話でお知らせください", 0)]
    public async Task Whether_a_mail_tells_of_the_place_is_said_as_it_is(bool hasAddress, string said, int mails)
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.InDatabaseAsync(db => db.Cohorts.Where(c => c.Ordinal == 3).ExecuteUpdateAsync(set => set.SetProperty(c => c.Capacity, 1)));
        await site.Visitor().ApplyAsync();
        await site.Visitor().ApplyAsync(("Email", "hanako@example.jp"));
        var numbers = await site.InDatabaseAsync(db => db.Applications.OrderBy(a => a.Id).Select(a => a.Number).ToListAsync());
        if (!hasAddress)
        {
            await site.InDatabaseAsync(db => db.Applications.Where(a => a.Number == numbers[1]).ExecuteUpdateAsync(set => set
                .SetProperty(a => a.Email, (string?)null).SetProperty(a => a.NormalizedEmail, (string?)null).SetProperty(a => a.ActiveEmail, (string?)null)));
        }

        var staff = await site.StaffAsync(Role.Administrator);
        await staff.DecideAsync(ApplicationStatus.Withdrawn, numbers[0]);

        var page = await staff.FillAsync($"/admin/applications/{numbers[1]}", $"/admin/applications/{numbers[1]}/place");

        Assert.Equal((said, mails), (page.Text(".saved"), (await site.MailsAsync(MailKind.PlaceOffer)).Count));
        Assert.Equal(ApplicationStatus.Received, (await site.ApplicationAsync(numbers[1])).Status);
    }
}
