namespace Shiojiri.CxoLab.Web.Features.Admin.Contacts;

internal static class ContactsSetup
{
    public static void AddContacts(this IServiceCollection services)
    {
        services.AddScoped<ContactService>();
    }
}
