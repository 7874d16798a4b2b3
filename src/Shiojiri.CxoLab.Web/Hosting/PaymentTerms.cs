using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Payments;

namespace Shiojiri.CxoLab.Web.Hosting;

/// <summary>By when the fee is to be paid that is asked at this moment.</summary>
internal sealed class PaymentTerms(ProgrammeClock clock, IOptions<ProgrammeSettings> programme)
{
    public int Days => programme.Value.PaymentDays;

    /// <summary>Whether a day by which the fee was asked has passed.</summary>
    public bool IsPast(DateOnly? dueOn) => dueOn < clock.Today;

    public DateOnly DueOn => DueDate.After(clock.UtcNow, Days);
}
