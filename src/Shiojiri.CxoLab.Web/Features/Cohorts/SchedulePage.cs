using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Cohorts;

internal sealed record SchedulePage(Cohort Cohort, Gantt Gantt, Timeline Timeline);
