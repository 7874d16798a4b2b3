namespace Shiojiri.CxoLab.Web.Features.Admin.Inquiries;

internal static class InquiriesSetup
{
    public static void AddAdminInquiries(this IServiceCollection services)
    {
        services.AddScoped<InquiryQuery>();
        services.AddScoped<InquiryAnswerService>();
    }
}
