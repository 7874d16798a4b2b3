namespace Shiojiri.CxoLab.Web.Features.Admin.Payments;

internal static class PaymentsSetup
{
    public static void AddPayments(this IServiceCollection services)
    {
        services.AddScoped<PaymentService>();
        services.AddScoped<LedgerPageBuilder>();
        services.AddScoped<RefundAccountService>();
    }
}
