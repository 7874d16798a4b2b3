using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Curriculum;

/// <summary>All dates of a cohort.</summary>
internal sealed record CurriculumPage(CohortHead Head)
{
    public IEnumerable<CurriculumSession> Sessions => Head.Cohort.Sessions.OrderBy(s => s.Kind == SessionKind.Recurring).ThenBy(s => s.StartsOn).ThenBy(s => s.StartsAt).ThenBy(s => s.Id);

    /// <summary>Moved or called off, still to come, and not told to members; empty while there is nobody to tell.</summary>
    public IEnumerable<CurriculumSession> ToBeTold => Head.Counts.Members == 0 ? [] : Sessions.Where(s => s.IsToBeTold && !s.IsOverAt(Head.NowUtc));

    /// <summary>The prepared mail about one of them.</summary>
    public string NoticeOf(CurriculumSession session) => $"/admin/mail/group?cohort={Head.Cohort.Ordinal}&status=accepted&session={session.Slug}";
}

/// <summary>One date in its form, or a new one.</summary>
/// <param name="Session">Null: a new one.</param>
/// <param name="Stale">What somebody else saved meanwhile beside what was typed; null when nobody did.</param>
internal sealed record SessionPage(
    CohortHead Head, CurriculumSession? Session, SessionForm Form, IReadOnlyList<FieldError> Errors, IReadOnlyList<ChangedText>? Stale = null)
{
    public static readonly IReadOnlyList<Choice> Kinds = [.. Enum.GetValues<SessionKind>().Select(k => new Choice(k.ToString(), k.Label()))];

    public static readonly IReadOnlyList<Choice> Places = [.. Enum.GetValues<Place>().Select(p => new Choice(p.ToString(), p.Label()))];

    public DateOnly Today => JapanTime.DayOf(Head.NowUtc);

    public string List => $"{Head.Address}/sessions";

    public string Address => Session is null ? List : $"{List}/{Session.Slug}";
}

/// <summary>From which days to which, and what follows, before it is moved.</summary>
internal sealed record MoveCheckPage(CohortHead Head, CurriculumSession Session, SessionForm Form, SessionDays To, IReadOnlyList<string> Effects)
{
    public string Address => $"{Head.Address}/sessions/{Session.Slug}";
}
