using System.Text;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>A CSV file on its way into the desk.</summary>
internal static class CsvUpload
{
    private const string Token = "FormToken";

    /// <summary>Sends a file to the page that says what would become of its rows.</summary>
    public static async Task<Page> UploadAsync(this HttpClient staff, string path, byte[] file)
    {
        var token = (await staff.OpenAsync(path)).Fields($"form[action='{path}/check']")[Token];
        using var content = new MultipartFormDataContent { { new StringContent(token), Token }, { new ByteArrayContent(file), "File", "a.csv" } };
        return await Page.OfAsync(staff.PostAsync(new Uri($"{path}/check", UriKind.Relative), content));
    }

    public static Task<Page> UploadAsync(this HttpClient staff, string path, string file) => staff.UploadAsync(path, Encoding.UTF8.GetBytes(file));

    /// <summary>Presses the button of the check page.</summary>
    public static async Task<Page> TakeAsync(this HttpClient staff, Page check, string path, params (string Name, string Value)[] changes)
    {
        var fields = check.Fields($"form[action='{path}']");
        foreach (var (name, value) in changes)
        {
            fields[name] = value;
        }

        return await staff.PostAsync(path, fields);
    }

    /// <summary>The verdict of each row.</summary>
    public static string[] Verdicts(this Page check) => check.Texts(".pgs .chip");
}
