using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Admissions;

/// <summary>How members are chosen, as administrators set it before anybody applies.</summary>
public sealed class AdmissionsTests
{
    private const string Path = "/admin/admission";
    private const string Form = "form[action^='/admin/admission']";

    [Fact]
    public async Task It_can_be_changed_until_somebody_applies_and_the_site_speaks_accordingly()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        var opened = await staff.OpenAsync(Path);
        var fields = opened.Fields(Form);
        Assert.Equal(("FirstCome", "OnApplying", "yes"), (fields["Mode"], fields["FeeTiming"], fields["Confirms"]));

        (fields["Mode"], fields["FeeTiming"], fields["AnswersOn"]) = ("Selection", "OnAdmission", "令和4年8月5日");
        var saved = await staff.PostAsync(Path, fields);
        var stale = await staff.PostAsync(Path, fields);

        Assert.Equal("参加の決め方を保存しました", saved.Text(".saved"));
        Assert.Equal((HttpStatusCode.Conflict, "2022-08-05"), (stale.Status, stale.Fields(Form)["AnswersOn"]));
        Assert.Contains("結果は8月5日(金)までにメールでお知らせします。", (await site.Visitor().OpenAsync("/recruit")).Body, StringComparison.Ordinal);
        Assert.Contains("第三期の参加の決め方を「選考」、費用のお願いを「参加が決まったとき」に変更", (await staff.OpenAsync("/admin/audit")).Body, StringComparison.Ordinal);

        await site.Visitor().ApplyAsync();
        var late = await staff.PostAsync(Path, saved.Fields(Form));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Null(late.Html.QuerySelector(Form));
        Assert.Contains("申し込みが届いているため、変えられません。", late.Body, StringComparison.Ordinal);
        Assert.Equal(
            new Admission(AdmissionMode.Selection, FeeTiming.OnAdmission, true, new(2022, 8, 5)),
            await site.InDatabaseAsync(async db => (await db.Cohorts.SingleAsync(c => c.Ordinal == 3)).Admission));
    }

    [Fact]
    public async Task A_fault_is_told_at_its_field_and_nothing_typed_is_lost()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        var fields = (await staff.OpenAsync(Path)).Fields(Form);
        (fields["Mode"], fields["AnswersOn"]) = ("Lottery", "来週");

        var page = await staff.PostAsync(Path, fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(
            ("エラー 参加の決め方を選んでください", "エラー 日付を 2022-08-05 のように入力してください", "来週"),
            (page.Text("#mode-error"), page.Text("#answerson-error"), page.Fields(Form)["AnswersOn"]));
    }
}
