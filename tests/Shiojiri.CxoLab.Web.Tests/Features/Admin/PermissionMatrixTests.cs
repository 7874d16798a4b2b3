using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Admin;
using Shiojiri.CxoLab.Web.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin;

/// <summary>
/// Who may do what, over every endpoint that the router knows under /admin. What is expected comes from the action's duty and the
/// table of duties; a route that somebody adds tomorrow is in here without being named.
/// </summary>
public sealed class PermissionMatrixTests
{
    /// <summary>Open to everybody: signing in and out, and what a mailed link opens.</summary>
    private static readonly string[] Doors =
    [
        "/admin/first-start/{key}",
        "/admin/invitations/{key}",
        "/admin/password/forgotten",
        "/admin/password/{key}",
        "/admin/sign-in",
        "/admin/sign-in/passkey",
        "/admin/sign-in/recovery",
        "/admin/sign-in/second-factor",
        "/admin/sign-out",
    ];

    /// <summary>Open to whoever is signed in without a second factor: where it is set up, and the password asked for on the way.</summary>
    private static readonly string[] SecondFactorPages =
    [
        "/admin/account/recovery-codes",
        "/admin/account/second-factor",
        "/admin/account/second-factor/removal",
        "/admin/confirmation",
    ];

    private enum Caller
    {
        Stranger,
        Closed,
        WithoutSecondFactor,
        Viewer,
        Reviewer,
        Treasurer,
        Editor,
        Administrator,
    }

    [Fact]
    public async Task The_doors_are_exactly_these()
    {
        using var site = await Site.StartAsync();
        var routes = Routes(site);

        var open = routes.Where(r => r.Permission is null && !r.Asks(PermissionPolicies.SignedIn)).Select(r => r.Path).Distinct().Order(StringComparer.Ordinal);
        var early = routes.Where(r => r.Asks(PermissionPolicies.SignedIn) && !r.Asks(PermissionPolicies.Staff)).Select(r => r.Path).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(Doors.Order(StringComparer.Ordinal), open);
        Assert.Equal(SecondFactorPages, early);
        Assert.All(routes, r => Assert.Null(r.Endpoint.Metadata.GetMetadata<IAllowAnonymous>()));
    }

    [Fact]
    public async Task Every_controller_of_the_desk_stands_behind_the_desk_or_at_its_door()
    {
        using var site = await Site.StartAsync();

        var controllers = typeof(AdminController).Assembly.GetTypes()
            .Where(t => !t.IsAbstract && typeof(ControllerBase).IsAssignableFrom(t) && t.Namespace!.StartsWith("Shiojiri.CxoLab.Web.Features.Admin", StringComparison.Ordinal))
            .ToList();

        Assert.All(controllers, t => Assert.True(typeof(AdminController).IsAssignableFrom(t) || typeof(SignInAreaController).IsAssignableFrom(t), t.Name));
        Assert.All(
            Routes(site).Where(r => typeof(AdminController).IsAssignableFrom(r.Action.ControllerTypeInfo)),
            r => Assert.Equal((r.Path, 1), (r.Path, r.Endpoint.Metadata.GetOrderedMetadata<RequiresPermissionAttribute>().Count + (r.Asks(PermissionPolicies.SignedIn) ? 1 : 0))));
        Assert.All(
            Routes(site),
            r => Assert.True(typeof(AdminController).IsAssignableFrom(r.Action.ControllerTypeInfo) || typeof(SignInAreaController).IsAssignableFrom(r.Action.ControllerTypeInfo), r.Path));
    }

    [Theory]
    [InlineData(nameof(Caller.Stranger))]
    [InlineData(nameof(Caller.Closed))]
    [InlineData(nameof(Caller.WithoutSecondFactor))]
    [InlineData(nameof(Caller.Viewer))]
    [InlineData(nameof(Caller.Reviewer))]
    [InlineData(nameof(Caller.Treasurer))]
    [InlineData(nameof(Caller.Editor))]
    [InlineData(nameof(Caller.Administrator))]
    public async Task Every_route_answers_as_the_table_says(string callerName)
    {
        var caller = Enum.Parse<Caller>(callerName);
        using var site = await Site.StartAsync(new() { ["Staff:RequireSecondFactor"] = "true" });
        var values = await ValuesAsync(site);
        var deviations = new List<string>();
        var routes = Routes(site).OrderBy(r => r.Methods.Contains("POST")).ToList();
        var reader = await VisitorAsync(site, caller);
        Assert.InRange(routes.Count, 30, int.MaxValue);

        foreach (var route in routes)
        {
            foreach (var method in route.Methods)
            {
                var expected = Expected(route, caller);
                var visitor = method == "POST" ? await VisitorAsync(site, caller) : reader; // a form may end the session
                var found = await AskAsync(visitor, method, Fill(route.Endpoint.RoutePattern, values));
                if (found != expected)
                {
                    deviations.Add($"{method} {route.Path}: {found} instead of {expected}");
                }
            }
        }

        Assert.Equal([], deviations);
    }

    [Fact]
    public async Task No_form_of_the_desk_is_taken_without_its_token()
    {
        using var site = await Site.StartAsync();
        var values = await ValuesAsync(site);
        var before = await site.InDatabaseAsync(db => db.AuditEntries.CountAsync());
        var admin = await site.StaffAsync(Role.Administrator, followsRedirects: false);

        foreach (var route in Routes(site).Where(r => r.Methods.Contains("POST")))
        {
            var path = Fill(route.Endpoint.RoutePattern, values);
            // Whoever is signed in already is sent on from the form of signing in, whatever it holds.
            var refused = path.StartsWith("/admin/sign-in", StringComparison.Ordinal) ? HttpStatusCode.SeeOther : HttpStatusCode.BadRequest;
            Assert.Equal((path, refused), (path, (await admin.PostAsync(path, [new("Email", "taro@example.jp")])).Status));
        }

        Assert.Equal(before, await site.InDatabaseAsync(db => db.AuditEntries.CountAsync()));
    }

    private static string Expected(Route route, Caller caller) => (route, caller) switch
    {
        _ when Doors.Contains(route.Path) => "let in",
        (_, Caller.Stranger or Caller.Closed) => "sign in first",
        _ when SecondFactorPages.Contains(route.Path) => "let in",
        (_, Caller.WithoutSecondFactor) => "second factor first",
        ({ Path: "/admin" }, Caller.Editor) => "let in", // to a first page of their own
        ({ Permission: null }, _) => "let in",
        ({ Permission: { } duty }, _) => Enum.Parse<Role>(caller.ToString()).May(duty) ? "let in" : "refused",
    };

    private static async Task<string> AskAsync(HttpClient visitor, string method, string path)
    {
        var page = method switch
        {
            "POST" => await visitor.PostAsync(path, [new("FormToken", await TokenAsync(visitor))]),
            "HEAD" => await Page.OfAsync(visitor.SendAsync(new HttpRequestMessage(HttpMethod.Head, path))),
            _ => await visitor.OpenAsync(path),
        };
        var to = page.Answer.Headers.Location?.OriginalString ?? "";
        return (page.Status, to) switch
        {
            (HttpStatusCode.Unauthorized, _) => "sign in first",
            (HttpStatusCode.Redirect, _) when to.Contains("/admin/sign-in?from", StringComparison.Ordinal) => "sign in first",
            (HttpStatusCode.Redirect, "/admin/account/second-factor") when path != "/admin/account/recovery-codes" && path != "/admin/account/second-factor" => "second factor first",
            (HttpStatusCode.Forbidden, _) => "refused",
            (HttpStatusCode.BadRequest, _) when page.Heading == "もう一度お試しください" => "bad token",
            ( >= HttpStatusCode.InternalServerError, _) => "broken",
            _ => "let in",
        };
    }

    // The sign-in page has a form with a token for whoever asks; whoever is signed in has one on the page of the second factor.
    private static async Task<string> TokenAsync(HttpClient visitor)
    {
        var page = await visitor.OpenAsync("/admin/account/second-factor");
        page = page.Status == HttpStatusCode.Redirect ? await visitor.OpenAsync("/admin/sign-in") : page;
        return page.Html.QuerySelector("input[name=FormToken]")!.GetAttribute("value")!;
    }

    private static async Task<HttpClient> VisitorAsync(Site site, Caller caller)
    {
        if (caller == Caller.Stranger)
        {
            return site.Visitor(followsRedirects: false);
        }

        var role = Enum.TryParse<Role>(caller.ToString(), out var known) ? known : Role.Administrator;
        var visitor = await site.StaffAsync(role, $"表の {caller}", followsRedirects: false);
        await site.InDatabaseAsync(db => db.StaffAccounts.Where(a => a.DisplayName == $"表の {caller}").ExecuteUpdateAsync(set => set
            .SetProperty(a => a.TwoFactorEnabled, caller != Caller.WithoutSecondFactor)
            .SetProperty(a => a.DisabledUtc, caller == Caller.Closed ? DateTime.UnixEpoch : null)));
        return visitor;
    }

    /// <summary>Real values where there are some; what is not known here gets one that is made up.</summary>
    private static async Task<Dictionary<string, string>> ValuesAsync(Site site)
    {
        await site.Visitor().ApplyAsync();
        var number = await site.InDatabaseAsync(db => db.Applications.Select(a => a.Number).SingleAsync());
        var mail = await site.InDatabaseAsync(db => db.OutgoingMails.Select(m => m.Key).SingleAsync());
        return new() { ["number"] = number.ToString()!, ["key"] = new string('A', 22), ["guid"] = mail.ToString(), ["id"] = "999", ["kind"] = "payment-instructions" };
    }

    private static string Fill(RoutePattern pattern, Dictionary<string, string> values) => "/" + string.Join('/', pattern.PathSegments.Select(
        segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternParameterPart parameter when parameter.ParameterPolicies.Any(p => p.Content == "guid") => values["guid"],
            RoutePatternParameterPart parameter => values.GetValueOrDefault(parameter.Name, "1"),
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            _ => "",
        }))));

    private static List<Route> Routes(Site site) =>
        [.. site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText?.TrimStart('/') is { } raw && (raw == "admin" || raw.StartsWith("admin/", StringComparison.Ordinal)))
            .Select(e => new Route(e))];

    private sealed record Route(RouteEndpoint Endpoint)
    {
        public string Path => $"/{Endpoint.RoutePattern.RawText!.TrimStart('/')}";

        public IReadOnlyList<string> Methods => Endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods;

        public ControllerActionDescriptor Action => Endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()!;

        public Permission? Permission => Endpoint.Metadata.GetMetadata<RequiresPermissionAttribute>()?.Permission;

        public bool Asks(string policy) => Endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => a.Policy == policy);
    }
}
