using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Questions;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Features.Admin.Reviews;
using Shiojiri.CxoLab.Web.Tests.Features.Inquiries;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Erasure;

/// <summary>
/// A person of whom every field that anybody can type holds a mark, walked through a whole story: applied twice, merged, noted, scored,
/// corrected, asked, paid, declined, taken back, withdrawn and paid back.
/// </summary>
internal static class Canary
{
    public const string Name = "金糸雀 鳴子";
    public const string Email = "canary.zq7@example.jp";

    /// <summary>As it may lie anywhere: typed, folded, in an address, in a query string.</summary>
    public static readonly string[] Marks =
        ["金糸雀", Uri.EscapeDataString("金糸雀"), "カナリアゾン", "カナリアソン", "canary.zq7", "canary%2Ezq7", "77771234", "7777-1234", SearchMark(Name)];

    public static bool IsIn(string? text) => text is not null && Marks.Any(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase));

    /// <summary>The columns in which a mark stands, over every text column that the model knows: Table.Column.</summary>
    public static Task<List<string>> WhereAsync(Site site) => site.InDatabaseAsync(async db =>
    {
        var found = new List<string>();
        await db.Database.OpenConnectionAsync();
        foreach (var (table, column) in Columns(db.Model))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT \"{column}\" FROM \"{table}\" WHERE \"{column}\" IS NOT NULL";
            await using var rows = await command.ExecuteReaderAsync();
            var holds = false;
            while (await rows.ReadAsync())
            {
                holds |= IsIn(rows.GetValue(0) is byte[] bytes ? Encoding.UTF8.GetString(bytes) : rows.GetValue(0).ToString());
            }

            if (holds)
            {
                found.Add($"{table}.{column}");
            }
        }

        return found;
    });

    /// <summary>Every column of every table, whatever its type.</summary>
    public static IEnumerable<(string Table, string Column)> Columns(IModel model) => model.GetRelationalModel().Tables
        .SelectMany(table => table.Columns.Select(column => (table.Name, column.Name)));

    /// <summary>The tables that belong to an application, directly or by way of another.</summary>
    public static List<string> TablesOfApplications(IModel model)
    {
        var own = new HashSet<IEntityType> { model.FindEntityType(typeof(Application))! };
        while (model.GetEntityTypes().Where(e => !own.Contains(e) && e.GetForeignKeys().Any(k => own.Contains(k.PrincipalEntityType))).ToList() is { Count: > 0 } more)
        {
            own.UnionWith(more);
        }

        return [.. own.Select(e => e.GetTableName()!).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The number of the application that stays and of the one put under it.</summary>
    public static async Task<(string Main, string Merged)> LiveAsync(Site site)
    {
        var (admin, treasurer) = (await site.StaffAsync(Role.Administrator), await site.StaffAsync(Role.Treasurer));
        var question = await site.AskAsync(QuestionKind.ShortText, "好きな鳥");
        await ScoringForm.CriteriaAsync(site);
        var main = await ApplyAsync(site, Email, question);
        await site.Visitor().ApplyAsync(("Email", Email), ("Name", Name));
        var merged = await ApplyAsync(site, $"b.{Email}", question);
        var url = $"/admin/applications/{main}";

        await admin.FillAsync(url, $"{url}/notes", ("Text", "金糸雀さんに電話"));
        await admin.FillAsync(url, $"{url}/tags", ("name", "金糸雀の紹介"));
        await ScoringForm.ScoreAsync(admin, main, "4", "3", "金糸雀さんは熱心");
        await admin.FillAsync($"{url}/contact", $"{url}/contact", ("Email", $"new.{Email}"));
        await PostAsync(admin, $"/admin/applications?q={Uri.EscapeDataString("金糸雀")}", "form[action='/admin/applications/views']", "/admin/applications/views", ("ViewName", "金糸雀さん"));
        await PostAsync(admin, $"/admin/applications?q={Uri.EscapeDataString("カナリア")}", "form[action='/admin/applications/views']", "/admin/applications/views", ("ViewName", "探しもの"));

        await treasurer.FillAsync($"{url}/payments", $"{url}/payments", ("Amount", "20000"), ("Remark", "金糸雀名義で着金"));
        var merging = (await admin.OpenAsync($"{url}/merging?with={merged}")).Fields("form.merging");
        merging["Main"] = main;
        await admin.PostAsync($"{url}/merging", merging);
        await admin.DecideAsync(ApplicationStatus.Declined, main);
        await admin.FillAsync($"{url}/taking-back", $"{url}/taking-back", ("reason", "金糸雀さんの取り違え"));
        await admin.DecideAsync(ApplicationStatus.Withdrawn, main);
        await treasurer.FillAsync($"{url}/payments", $"{url}/refund-account", ("Bank", "金糸雀銀行"), ("Branch", "本店"), ("BranchCode", "001"), ("AccountKind", "Ordinary"),
            ("AccountNumber", "7777123"), ("Holder", "カナリアゾン"));
        await treasurer.FillAsync($"{url}/payments", $"{url}/refunds", ("Amount", "20000"), ("Remark", "金糸雀さんへ返金"));

        await AskAsync(site, admin, main);
        await MailAsync(site, admin, main);
        await admin.OpenAsync("/admin/mail");
        return (main, merged);
    }

    private static async Task<string> ApplyAsync(Site site, string email, string question) => (await site.Visitor().ApplyAsync(
        ("Email", email), ("Name", Name), ("Kana", "カナリアゾン ナルコ"), ("Phone", "090-7777-1234"), ("Occupation", "金糸雀の世話"), ("Motivation", "金糸雀を飼っています"),
        ("Skills", "金糸雀の鳴きまね"), ("Relation", "金糸雀の里"), (Asking.Field(question), "金糸雀"))).Text(".done__ref b").Replace("-", "", StringComparison.Ordinal);

    // Two questions from the person's address: one answered, one whose receipt staff stop.
    private static async Task AskAsync(Site site, HttpClient admin, string number)
    {
        await InquiryFormTests.AskAsync(site.Visitor(), ("Name", Name), ("Email", Email.ToUpperInvariant()), ("Text", "金糸雀です。着金しましたか"), ("Number", number));
        await InquiryFormTests.AskAsync(site.Visitor(), ("Name", Name), ("Email", $"new.{Email}"), ("Text", "金糸雀です。辞退します"));
        var key = await site.InDatabaseAsync(db => db.Inquiries.OrderBy(i => i.Id).Select(i => i.Key).FirstAsync());
        await PostAsync(admin, $"/admin/inquiries/{key}", "#answer", $"/admin/inquiries/{key}/answers", ("Text", "金糸雀さん、着金しました"));
        var receipt = (await site.MailsAsync(MailKind.InquiryReceipt))[^1];
        await PostAsync(admin, $"/admin/mail/{receipt.Key}", "form[action$='/cancellation']", $"/admin/mail/{receipt.Key}/cancellation");
    }

    // Of every fate: sent, waiting, failed, stopped; sent again with a preface; tried out with the person.
    private static async Task MailAsync(Site site, HttpClient admin, string number)
    {
        await site.DeliverAllAsync();
        var mails = await site.MailsAsync();
        var sent = mails.First(m => m.Application?.Number == number && m.State == MailState.Sent && m.Kind == MailKind.Withdrawal);
        await PostAsync(admin, $"/admin/mail/{sent.Key}", "#resend", $"/admin/mail/{sent.Key}/resend", ("Preface", "金糸雀さん、もう一度お送りします"));
        await site.SetAsync(mails.First(m => m.Kind == MailKind.PaymentInstructions && m.Application?.Number == number), MailState.Failed, $"550 <{Email}> unknown");
        await site.Visitor().FillAsync("/apply/again", "/apply/again", ("Email", $"new.{Email}"));
        await site.InDatabaseAsync(db =>
        {
            db.Add(new OutgoingMail(MailKind.Test, "test:canary", "staff@example.jp", "試し送り", new MailBody($"{Name} 様", $"<p>{Name} 様</p>")).QueuedAt(DateTime.UnixEpoch));
            return db.SaveChangesAsync();
        });
        var group = (await admin.OpenAsync("/admin/mail/group?status=withdrawn")).Fields("#group");
        (group["Subject"], group["Title"], group["Body"], group["Count"]) = ("お知らせ", "お知らせ", "金糸雀さん、お世話になりました。", "1");
        await admin.PostAsync("/admin/mail/group", group);
        Assert.Equal((1, 1), ((await site.MailsAsync(MailKind.StatusSummary)).Count, (await site.MailsAsync(MailKind.Group)).Count));
    }

    private static async Task PostAsync(HttpClient staff, string path, string form, string action, params (string Field, string Value)[] changes)
    {
        var fields = (await staff.OpenAsync(path)).Fields(form);
        foreach (var (field, value) in changes)
        {
            fields[field] = value;
        }

        await staff.PostAsync(action, fields);
    }

    private static string SearchMark(string name) => CxoLab.Text.SearchKey.PersonOf(name, "カナリアゾン ナルコ");
}
