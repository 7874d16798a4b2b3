using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.Pages;

internal sealed record LegalPage(OfficeSettings Office, ProgrammeSettings Programme, Cohort? Cohort)
{
    public const string NotKnownYet = "確認中です。決まりしだいここに掲載します。";
}
