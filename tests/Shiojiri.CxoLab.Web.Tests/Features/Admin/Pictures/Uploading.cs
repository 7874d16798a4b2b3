using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Web.Jobs;
using Shiojiri.CxoLab.Web.Pictures;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Pictures;

/// <summary>Puts pictures in as somebody of the staff does it.</summary>
internal static class Uploading
{
    /// <summary>Fills the form, with these values in place of good ones, and sends it.</summary>
    public static async Task<Page> SendAsync(this HttpClient staff, byte[]? file, string name = "photo.jpg", string type = "image/jpeg", params (string Field, string Value)[] values)
    {
        var fields = (await staff.OpenAsync("/admin/pictures/new")).Fields("form[action='/admin/pictures']");
        fields.Remove("File");
        foreach (var (field, value) in new[] { ("Description", "奈良井宿の夕景"), ("Credit", "事務局 田中"), ("Permission", "Own") }.Concat(values))
        {
            fields[field] = value;
        }

        using var content = new MultipartFormDataContent();
        foreach (var (field, value) in fields)
        {
            content.Add(new StringContent(value), field);
        }

        if (file is not null)
        {
            content.Add(new ByteArrayContent(file) { Headers = { ContentType = new(type) } }, "File", name);
        }

        return await Page.OfAsync(staff.PostAsync(new Uri("/admin/pictures", UriKind.Relative), content));
    }

    /// <summary>Puts one in that is taken; answers its key.</summary>
    public static async Task<string> AddPictureAsync(this HttpClient staff, byte[] file, params (string Field, string Value)[] values)
    {
        var page = await staff.SendAsync(file, values: values);
        var path = page.Answer.RequestMessage!.RequestUri!.AbsolutePath;
        Assert.StartsWith("/admin/pictures/", path, StringComparison.Ordinal);
        return path["/admin/pictures/".Length..];
    }

    public static Task ConvertAsync(this Site site) => site.Services.GetRequiredService<JobRunner>().RunNowAsync(PictureJob.TheName, CancellationToken.None);

    public static async Task<string> ReadyPictureAsync(this Site site, HttpClient staff, byte[] file, params (string Field, string Value)[] values)
    {
        var key = await staff.AddPictureAsync(file, values);
        await site.ConvertAsync();
        return key;
    }
}
