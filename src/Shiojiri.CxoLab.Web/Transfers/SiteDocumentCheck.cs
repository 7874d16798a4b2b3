using System.Text.Json;
using System.Text.Json.Nodes;
using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Questions;
using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Themes;
using Shiojiri.CxoLab.Web.Features.Admin.Settings;

namespace Shiojiri.CxoLab.Web.Transfers;

/// <summary>What keeps a document from being taken in, a sentence each; what the desk's forms would refuse is refused here too.</summary>
internal static class SiteDocumentCheck
{
    public static IReadOnlyList<string> FaultsOf(SiteDocument document) => document.Format != SiteDocument.CurrentFormat
        ? [$"The document has format {document.Format}; this release reads format {SiteDocument.CurrentFormat}."]
        :
        [
            .. OfSettings("settings", document.Settings),
            .. Twice("cohorts", document.Cohorts.Select(c => c.Ordinal)),
            .. Twice("briefings", document.Cohorts.SelectMany(c => c.Briefings).Select(b => b.Slug)),
            .. Twice("themes", document.Cohorts.SelectMany(c => c.Themes).Select(t => t.Key)),
            .. Twice("questions", document.Cohorts.SelectMany(c => c.Questions).Select(q => q.Key)),
            .. Twice("pictures", document.Pictures.Select(p => p.Key)),
            .. Twice("criteria", document.Cohorts.SelectMany(c => c.Criteria).Select(c => c.Key)),
            .. document.Cohorts.SelectMany(OfCohort),
            .. Twice("content", document.Content.Select(p => p.Key)),
            .. document.Content.SelectMany(OfPiece),
        ];

    private static IEnumerable<string> OfCohort(CohortDocument cohort)
    {
        var name = $"cohorts[{cohort.Ordinal}]";
        if (cohort.Ordinal < 1 || cohort.About.Fee < 0 || cohort.Places.Capacity < 1)
        {
            yield return $"{name}: ordinal and capacity start at 1, the fee at 0.";
        }

        if (cohort.About.TermEndsOn < cohort.About.TermStartsOn || cohort.Recruitment.OpensOn > cohort.Recruitment.ClosesOn)
        {
            yield return $"{name}: a period ends before it starts.";
        }

        foreach (var session in cohort.Sessions.Where(s => s.Days.EndsOn < s.Days.StartsOn || s.Days.StartsAt is null != s.Days.EndsAt is null))
        {
            yield return $"{name}.sessions[{session.Slug}]: its days or hours make no sense.";
        }

        foreach (var briefing in cohort.Briefings.Where(b => b.EndsAt <= b.StartsAt))
        {
            yield return $"{name}.briefings[{briefing.Slug}]: it ends before it starts.";
        }

        foreach (var theme in cohort.Themes.Where(t => !RandomToken.IsWellFormed(t.Key) || (t.IsPublic && Theme.MissingIn(t.Contents).Count > 0)))
        {
            yield return $"{name}.themes[{theme.Key}]: its key is none, or it is public without words or whom it seeks.";
        }

        foreach (var question in cohort.Questions.Where((q, i) => !MakesSense(q, cohort.Questions.Take(i))))
        {
            yield return $"{name}.questions[{question.Key}]: its key, its choices or its condition make no sense.";
        }

        var others = OfSettings($"{name}.settings", cohort.Settings)
            .Concat(cohort.Settings.Keys.Where(s => !s.MayBelongToCohort()).Select(s => $"{name}.settings.{s}: only the site has it."))
            .Concat(Twice($"{name}.sessions", cohort.Sessions.Select(s => s.Slug)))
            .Concat(Twice($"{name}.mailTexts", cohort.MailTexts.Select(t => t.Kind)));
        foreach (var fault in others)
        {
            yield return fault;
        }
    }

    private static bool MakesSense(QuestionDocument question, IEnumerable<QuestionDocument> earlier) =>
        RandomToken.IsWellFormed(question.Key)
        && question.Contents.Wording.Length is > 0 and <= QuestionLimits.Wording
        && (question.Contents.Kind is not (QuestionKind.OneOf or QuestionKind.SeveralOf) || question.Contents.Choices.Count is > 1 and <= QuestionLimits.Choices)
        && (question.Contents.Condition is not { } condition
            || earlier.Any(e => e.Key == condition.Question && condition.Answers.Count > 0 && condition.Answers.All(e.Contents.Options.Contains)));

    private static IEnumerable<string> OfSettings(string name, IReadOnlyDictionary<SettingSection, JsonObject> sections) =>
        sections.SelectMany(s => OfSection($"{name}.{s.Key}", s.Key, s.Value));

    private static IEnumerable<string> OfSection(string name, SettingSection section, JsonObject values)
    {
        try
        {
            SettingRevision.Read(section, values.ToJsonString());
        }
        catch (JsonException unknown)
        {
            return [$"{name}: {unknown.Message}"];
        }

        var form = new SettingsForm { Values = SettingsText.Of(section, values.ToJsonString()).ToDictionary() };
        return new SettingsFormValidator(section).Validate(form.Folded(section)).Errors.Select(e => $"{name}: {e.ErrorMessage}");
    }

    private static IEnumerable<string> OfPiece(PieceDocument piece)
    {
        var name = $"content[{piece.Key}]";
        var builtIn = BuiltInContent.Find(piece.Key);
        if (builtIn is null ? !piece.Kind.ComesAndGoes() : builtIn.Kind != piece.Kind)
        {
            return [$"{name}: the site has no place for such a piece ({piece.Kind})."];
        }

        if (piece.Key.Length is 0 or > ContentItem.MaxKey || !piece.Key.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_'))
        {
            return [$"{name}: a key has letters, digits and hyphens, {ContentItem.MaxKey} at most."];
        }

        var known = ContentField.Of(piece.Kind).Select(f => f.Name).ToHashSet();
        return piece.Revisions.Count == 0
            ? [$"{name}: it says nothing."]
            : piece.Revisions.SelectMany(r => r.Fields.Keys).Distinct().Where(f => !known.Contains(f)).Select(f => $"{name}: {piece.Kind} has no field {f}.");
    }

    private static IEnumerable<string> Twice<T>(string name, IEnumerable<T> keys) =>
        keys.GroupBy(k => k).Where(g => g.Skip(1).Any()).Select(g => $"{name}: {g.Key} stands there twice.");
}
