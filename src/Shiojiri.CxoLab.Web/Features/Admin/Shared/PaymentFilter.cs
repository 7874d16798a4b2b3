using System.Linq.Expressions;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Payments;

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>What staff ask of payments. The names stand in addresses and in saved views.</summary>
internal enum PaymentFilter
{
    /// <summary>入金待ち: <see cref="Asked"/> and <see cref="Overdue"/> together.</summary>
    Unpaid,
    NotAsked,
    Asked,
    Overdue,
    Partial,
    OnHold,
    Paid,
    Overpaid,
    RefundDue,

    /// <summary>Something was given back, whatever the state is now.</summary>
    Refunded,
    None,
}

/// <summary><see cref="FeeStatus"/> as questions that both engines can answer; a test holds the two against each other.</summary>
internal static class PaymentQuestions
{
    // The casts let arithmetic on amounts through to the database, which keeps them as numbers.
    private static readonly Expression<Func<Application, bool>> IsWhole =
        a => (int)(object)a.ReceivedAmount - (int)(object)a.RefundedAmount >= (int)(object)a.Fee;

    private static readonly Expression<Func<Application, bool>> HasMoney =
        a => (int)(object)a.ReceivedAmount > (int)(object)a.RefundedAmount;

    private static readonly Expression<Func<Application, bool>> IsMore =
        a => (int)(object)a.ReceivedAmount - (int)(object)a.RefundedAmount > (int)(object)a.Fee;

    private static readonly Expression<Func<Application, bool>> WasRefunded = a => (int)(object)a.RefundedAmount > 0;

    private static readonly Expression<Func<Application, bool>> IsOut =
        a => a.Status == ApplicationStatus.Declined || a.Status == ApplicationStatus.Withdrawn;

    private static readonly Expression<Func<Application, bool>> Waits = a => a.Status == ApplicationStatus.Waitlisted;

    public static Expression<Func<Application, bool>> Is(PaymentFilter filter, DateOnly today) => filter switch
    {
        PaymentFilter.Unpaid => IsToBePaid.And(a => a.DueOn != null),
        PaymentFilter.NotAsked => IsToBePaid.And(a => a.DueOn == null),
        PaymentFilter.Asked => IsToBePaid.And(a => a.DueOn >= today),
        PaymentFilter.Overdue => IsToBePaid.And(a => a.DueOn < today),
        PaymentFilter.Partial => IsToBePaid.And(HasMoney),
        PaymentFilter.OnHold => Waits,
        PaymentFilter.Paid => TakesPart.And(IsWhole),
        PaymentFilter.Overpaid => TakesPart.And(IsMore),
        PaymentFilter.RefundDue => IsOut.And(HasMoney),
        PaymentFilter.Refunded => WasRefunded,
        PaymentFilter.None => IsOut.And(HasMoney.Not()),
        _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, null),
    };

    /// <summary>No money keeps the person from being erased once the term is over: as <see cref="Application.RefusalToErase"/> says.</summary>
    public static Expression<Func<Application, bool>> LetsErase { get; } = a =>
        (a.Status == ApplicationStatus.Accepted
            && ((int)(object)a.ReceivedAmount - (int)(object)a.RefundedAmount == (int)(object)a.Fee
                || ((int)(object)a.ReceivedAmount - (int)(object)a.RefundedAmount < (int)(object)a.Fee && a.DueOn == null)))
        || (a.Status != ApplicationStatus.Accepted && (int)(object)a.ReceivedAmount <= (int)(object)a.RefundedAmount);

    private static Expression<Func<Application, bool>> TakesPart => IsOut.Not().And(Waits.Not());

    private static Expression<Func<Application, bool>> IsToBePaid => TakesPart.And(IsWhole.Not());

    private static Expression<Func<Application, bool>> And(this Expression<Func<Application, bool>> one, Expression<Func<Application, bool>> other) =>
        Expression.Lambda<Func<Application, bool>>(
            Expression.AndAlso(one.Body, new Renamed(other.Parameters[0], one.Parameters[0]).Visit(other.Body)), one.Parameters);

    private static Expression<Func<Application, bool>> Not(this Expression<Func<Application, bool>> one) =>
        Expression.Lambda<Func<Application, bool>>(Expression.Not(one.Body), one.Parameters);

    private sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
