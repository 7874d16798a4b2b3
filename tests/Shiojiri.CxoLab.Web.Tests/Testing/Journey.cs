namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>Walks through the application form as a browser without script does: fetches a page, fills its form, posts all its fields.</summary>
internal static class Journey
{
    public const string ApplyForm = "form[action='/apply/confirm']";
    public const string SendForm = "form[action='/apply']";
    public const string EditForm = "form[action='/apply/edit']";

    public static Task<Page> OpenAsync(this HttpClient visitor, string path) => Page.OfAsync(visitor.GetAsync(new Uri(path, UriKind.Relative)));

    public static Task<Page> PostAsync(this HttpClient visitor, string path, IEnumerable<KeyValuePair<string, string>> fields) =>
        Page.OfAsync(PostFieldsAsync(visitor, path, fields));

    /// <summary>A form filled in so that it would be accepted; the test changes what it is about.</summary>
    public static Dictionary<string, string> Filled(this Page form, params (string Field, string Value)[] changes)
    {
        var fields = form.Fields(ApplyForm);
        fields["Name"] = "塩尻 太郎";
        fields["Kana"] = "シオジリ タロウ";
        fields["Email"] = "taro@example.jp";
        fields["Residence"] = "東京都";
        fields["Attendance[specification-training]"] = "yes";
        fields["Attendance[field-work]"] = "undecided";
        fields["Motivation"] = "塩尻の漆器に惹かれました。";
        fields["Consent"] = "yes";
        foreach (var (field, value) in changes)
        {
            fields[field] = value;
        }

        return fields;
    }

    /// <summary>Opens the form and comes to the check page, or to wherever the changes lead.</summary>
    public static async Task<Page> CheckAsync(this HttpClient visitor, params (string Field, string Value)[] changes)
    {
        var form = await visitor.OpenAsync("/apply");
        return await visitor.PostAsync("/apply/confirm", form.Filled(changes));
    }

    public static Task<Page> SendAsync(this HttpClient visitor, Page check) => visitor.PostAsync("/apply", check.Fields(SendForm));

    /// <summary>From the empty form to the completion page.</summary>
    public static async Task<Page> ApplyAsync(this HttpClient visitor, params (string Field, string Value)[] changes) =>
        await visitor.SendAsync(await visitor.CheckAsync(changes));

    private static async Task<HttpResponseMessage> PostFieldsAsync(HttpClient visitor, string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await visitor.PostAsync(new Uri(path, UriKind.Relative), content);
    }
}
