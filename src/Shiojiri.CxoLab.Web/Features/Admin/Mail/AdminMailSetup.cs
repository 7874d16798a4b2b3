namespace Shiojiri.CxoLab.Web.Features.Admin.Mail;

internal static class AdminMailSetup
{
    public static void AddAdminMail(this IServiceCollection services)
    {
        services.AddScoped<MailQuery>();
        services.AddScoped<MailService>();
        services.AddScoped<GroupRecipientQuery>();
        services.AddScoped<GroupMailQueue>();
        services.AddScoped<GroupMailPageBuilder>();
    }
}
