using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Themes;

namespace Shiojiri.CxoLab.Web.Features.Shared.ApplicationForm;

/// <summary>
/// The question for themes (関心のあるテーマ). One that was withdrawn under a half-filled form is a fault of that field and no changed term
/// of the contract: the person chooses anew there, with all else as it was.
/// </summary>
internal static class ThemeChoice
{
    public const string Gone = "選んだテーマの中に、募集を取り下げたものがあります。関心のあるテーマを選び直すか、選ばずにお進みください";

    public static bool AreThere(IEnumerable<string?> chosen, IReadOnlyList<ShownTheme> themes) => chosen.All(key => themes.Any(t => t.Key == key));

    /// <summary>Those chosen, by the names under which they are shown now.</summary>
    public static List<ChosenTheme> Of(ApplyForm form, IReadOnlyList<ShownTheme> themes) =>
        [.. themes.Where(t => form.Themes.Contains(t.Key)).Select(t => new ChosenTheme(t.Id, t.Title))];
}
