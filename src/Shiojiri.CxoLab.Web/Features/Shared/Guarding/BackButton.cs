namespace Shiojiri.CxoLab.Web.Features.Shared.Guarding;

/// <summary>
/// Antiforgery marks a form's page no-store, and browsers then forget what was typed when one comes back to it. The browser itself, and
/// nobody between, may keep the form; the pages that follow stay no-store.
/// </summary>
internal static class BackButton
{
    public static void KeepsWhatWasTyped(HttpResponse response) => response.OnStarting(() =>
    {
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.Remove("Pragma");
        return Task.CompletedTask;
    });
}
