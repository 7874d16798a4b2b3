using Shiojiri.CxoLab.Web.Jobs;

namespace Shiojiri.CxoLab.Web.Features.Admin.Payments;

internal static class PaymentsSetup
{
    public static void AddPayments(this IServiceCollection services)
    {
        services.AddScoped<PaymentService>();
        services.AddScoped<DueDateService>();
        services.AddScoped<LedgerPageBuilder>();
        services.AddScoped<RefundAccountService>();
        services.AddScoped<PaymentTabsQuery>();
        services.AddScoped<OverdueQuery>();
        services.AddScoped<ReminderService>();
        services.AddScoped<RefundsQuery>();
        services.AddJob<OldRefundAccountsJob>();
    }
}
