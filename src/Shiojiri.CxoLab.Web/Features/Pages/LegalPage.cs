using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.Pages;

internal sealed record LegalPage(OfficeSettings Office, ProgrammeSettings Programme, Cohort? Cohort)
{
    /// <summary>What the office has not decided yet, named once in one sentence; empty when everything is.</summary>
    public string NotSetYet => string.Join('、', new[]
    {
        (Office.Seller, "販売事業者"), (Office.Representative, "代表者・責任者"), (Office.Address, "所在地"), (Office.Phone, "電話番号"),
        (Office.Email, "メールアドレス"), (Programme.TransferFee, "振込手数料の扱い"), (Programme.Withdrawal, "返金の条件"),
    }.Where(item => item.Item1 is null).Select(item => item.Item2));
}
