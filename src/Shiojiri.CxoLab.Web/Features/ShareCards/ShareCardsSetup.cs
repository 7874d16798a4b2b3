using Microsoft.Net.Http.Headers;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Pictures;

namespace Shiojiri.CxoLab.Web.Features.ShareCards;

/// <summary>The pictures by which other sites show a page of this one. They cost no statement, and nobody is asked who they are.</summary>
internal static class ShareCardsSetup
{
    private const string Forever = "public, max-age=31536000, immutable";

    /// <summary>A landscape without words.</summary>
    private const string Instead = "/img/og.png";

    public static void AddShareCards(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ShareCardAddress>();
        builder.Services.AddSingleton<ShareCardStore>();
    }

    public static void MapShareCards(this WebApplication app) => app
        .MapMethods($"{ShareCardAddress.Folder}{{token}}{ShareCardAddress.Ending}", [HttpMethods.Get, HttpMethods.Head], ShowAsync)
        .WithMetadata(new PublicFile());

    private static async Task<IResult> ShowAsync(string token, HttpContext context, ShareCardAddress addresses, ShareCardStore store)
    {
        if (addresses.Read(token) is not { } card)
        {
            return Results.NotFound();
        }

        if (await store.FindAsync(token, card, context.RequestAborted) is not { } png)
        {
            return Results.Redirect(Instead);
        }

        context.Response.Headers.CacheControl = Forever;
        return Results.Bytes(png, "image/png", entityTag: new EntityTagHeaderValue($"\"{token[..16]}\""));
    }
}
