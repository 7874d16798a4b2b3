namespace Shiojiri.CxoLab.Web.Features.Projects;

/// <summary>What is known of a past project beyond its title, year and article. Most have nothing: then nothing is said.</summary>
/// <param name="Place">Where it took place (場所), as its title names it.</param>
/// <param name="Note">A sentence that explains the title.</param>
internal sealed record ProjectFacts(string? Place, string? Note)
{
    public static ProjectFacts Of(string slug) => slug switch
    {
        "kiso-hirasawa-stay" => new("木曽平沢", "「日々別荘」は、木曽平沢にある一軒の家です。"),
        "tourist-centre-shop" => new("塩尻市観光センター", null),
        _ => new(null, null),
    };
}
