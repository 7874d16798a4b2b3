using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>By when the fee is to be paid that is asked at this moment.</summary>
internal sealed class PaymentTerms(ProgrammeClock clock, CurrentSettings settings)
{
    /// <summary>Whether a day by which the fee was asked has passed.</summary>
    public bool IsPast(DateOnly? dueOn) => dueOn < clock.Today;

    public DateOnly DueOnIn(int cohortId) => DueDate.After(clock.UtcNow, settings.FeeOf(cohortId).PaymentDays);
}
