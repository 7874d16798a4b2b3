using Shiojiri.CxoLab.Web.Jobs;

namespace Shiojiri.CxoLab.Web.Features.Inquiries;

internal static class InquiriesSetup
{
    public static void AddInquiries(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<InquiryPageBuilder>();
        builder.Services.AddScoped<InquiryService>();
        builder.Services.AddJob<OldInquiriesJob>();
    }
}
