using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Hosting;

/// <summary>How much a form may carry stands at its endpoint.</summary>
public sealed class FormLimitsTests
{
    private static readonly FormLimitsAttribute Upload = new() { MaxBody = 1024 * 1024, MaxFiles = 1, Lists = ["Rows"] };

    [Fact]
    public async Task An_endpoint_may_take_a_file_and_lists_of_its_own_while_the_others_do_not()
    {
        Assert.Equal((null, "files"), (await ReasonAsync(Upload, files: 1), await ReasonAsync(null, files: 1)));
        Assert.Equal("files", await ReasonAsync(Upload, files: 2));
        Assert.Equal((null, "doubled fields"), (await ReasonAsync(Upload, twice: "Rows"), await ReasonAsync(null, twice: "Rows")));
        Assert.Equal(("doubled fields", null), (await ReasonAsync(Upload, twice: "Interests"), await ReasonAsync(null, twice: "Interests")));
    }

    [Fact]
    public async Task A_value_may_be_as_long_as_the_endpoint_says()
    {
        Assert.Equal((null, "form"), (await ReasonAsync(Upload, length: 300 * 1024), await ReasonAsync(null, length: 300 * 1024)));
    }

    [Fact]
    public void The_server_is_told_of_a_size_that_is_not_the_usual_one()
    {
        Assert.Equal((1024 * 1024, null), (ServerLimit(Upload), ServerLimit(FormLimitsAttribute.Usual)));
    }

    [Fact]
    public async Task Every_form_has_the_usual_limits_but_for_those_named_here()
    {
        using var site = await Site.StartAsync();
        var forms = site.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("POST") == true).OfType<RouteEndpoint>().ToList();
        string[] others =
        [
            .. forms.Select(form => (Path: form.RoutePattern.RawText!.TrimStart('/'), Limits: Limits(form)))
                .Where(f => (f.Limits.MaxFields, f.Limits.MaxBody, f.Limits.MaxFiles) != (f.Path.StartsWith("admin", StringComparison.Ordinal) ? 1000 : 100, 256 * 1024, 0))
                .Select(f => $"{f.Path} {f.Limits.MaxFields} fields, {f.Limits.MaxBody / 1024} KB, {f.Limits.MaxFiles} files").Order(StringComparer.Ordinal),
        ];

        Assert.True(forms.Count > 100);
        Assert.Equal(
            [
                "admin/cohorts/{ordinal:int}/sessions/import 100 fields, 1024 KB, 0 files",
                "admin/cohorts/{ordinal:int}/sessions/import/check 100 fields, 1024 KB, 1 files",
                "admin/pages/import 100 fields, 1024 KB, 0 files",
                "admin/pages/import/check 100 fields, 1024 KB, 1 files",
                "admin/pictures 50 fields, 24576 KB, 1 files",
                "apply 600 fields, 256 KB, 0 files",
                "apply/address 600 fields, 256 KB, 0 files",
                "apply/confirm 600 fields, 256 KB, 0 files",
                "apply/edit 600 fields, 256 KB, 0 files",
            ],
            others);
    }

    private static long? ServerLimit(FormLimitsAttribute limits)
    {
        var builder = new RouteEndpointBuilder(null, RoutePatternFactory.Parse("/"), 0) { Metadata = { limits } };
        FormLimitsAttribute.TellServer(builder);
        return builder.Metadata.OfType<IRequestSizeLimitMetadata>().SingleOrDefault()?.MaxRequestBodySize;
    }

    private static FormLimitsAttribute Limits(Endpoint endpoint) => endpoint.Metadata.GetMetadata<FormLimitsAttribute>() ?? FormLimitsAttribute.Usual;

    private static async Task<string?> ReasonAsync(FormLimitsAttribute? limits, int files = 0, string? twice = null, int length = 1)
    {
        using var content = new MultipartFormDataContent { { new StringContent(new string('a', length)), "Text" } };
        for (var i = 0; i < files; i++)
        {
            content.Add(new ByteArrayContent([1]), "File", "a.csv");
        }

        for (var i = 0; twice is not null && i < 2; i++)
        {
            content.Add(new StringContent("1"), twice);
        }

        var context = new DefaultHttpContext();
        context.Request.Method = "POST";
        context.Request.ContentType = content.Headers.ContentType!.ToString();
        context.Request.Body = await content.ReadAsStreamAsync();
        context.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(limits is null ? [] : [limits]), "test"));
        return (await RequestGuard.RefuseBodyAsync(context))?.Reason;
    }
}
