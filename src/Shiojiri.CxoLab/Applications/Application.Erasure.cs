using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Applications;

// What becomes of the person behind it (個人情報の削除).
public sealed partial class Application
{
    /// <summary>Longest reason for keeping it back, as a reader counts.</summary>
    public const int KeptReasonLimit = 200;

    /// <summary>When everything personal was erased (個人情報の削除), real time, UTC; null while it is there.</summary>
    public DateTime? ErasedUtc { get; private set; }

    public bool IsErased => ErasedUtc is not null;

    /// <summary>The day since which the desk has told that it will be erased by itself (削除の予告); null while it does not.</summary>
    public DateOnly? ErasureNoticedOn { get; private set; }

    /// <summary>Why staff keep it back from being erased by itself (保留の理由); null: they don't.</summary>
    public string? KeptBecause { get; private set; }

    /// <summary>Who keeps it back, by name.</summary>
    public string? KeptBy { get; private set; }

    /// <summary>How an application is called once its person is gone: 削除済み（0312-345-678）.</summary>
    public static string ErasedName(string number) => $"削除済み（{ApplicationNumber.Grouped(number)}）";

    /// <summary>Null when the person may be erased; else what has to be settled first.</summary>
    /// <param name="cohort">Its cohort.</param>
    /// <param name="today">The programme's day.</param>
    public ErasureRefusal? RefusalToErase(Cohort cohort, DateOnly today)
    {
        var isOver = cohort.TermEndsOn < today;
        return IsErased ? ErasureRefusal.IsErased
            : IsMerged ? ErasureRefusal.IsMerged
            : !isOver && Status == ApplicationStatus.Accepted ? ErasureRefusal.TakesPart
            : !isOver && Status.IsAlive() ? ErasureRefusal.IsUnderWay
            : FeeStatusOn(today).ToGiveBack.Amount > 0 || (Status != ApplicationStatus.Accepted && Balance.Received.Amount > 0) ? ErasureRefusal.HoldsMoney
            : Status == ApplicationStatus.Accepted && FeeStatusOn(today).IsAwaited ? ErasureRefusal.AwaitsFee
            : null;
    }

    /// <summary>
    /// Takes away everything by which a person could be known. Number, days, fee and ledger stay, for accounts have to add up; whoever was
    /// never decided on is closed (見送り), for nobody can decide any more. The caller has read along the answers, attendance, interests, themes,
    /// changes of status and ledger, and does the same with those under it.
    /// </summary>
    /// <param name="cohort">Its cohort, tracked: the place falls free there.</param>
    /// <param name="by">Who erases.</param>
    /// <param name="nowUtc">Real time, UTC.</param>
    public void Erase(Cohort cohort, Actor by, DateTime nowUtc)
    {
        if (Status.IsOpen() && !IsErased && !IsMerged)
        {
            Become(ApplicationStatus.Declined, cohort, null, by, nowUtc);
        }

        (Name, Kana, Residence, Motivation) = (ErasedName(Number), "", "", "");
        (Email, ActiveEmail, Phone, Occupation, Skills, Relation, HeardFrom) = (null, null, null, null, null, null, null);
        (AssigneeId, KeptBecause, KeptBy, ErasureNoticedOn) = (null, null, null, null);

        // Nobody is there to be asked: else who never paid would be overdue for ever.
        DueOn = null;
        _answers.Clear();
        _attendance.Clear();
        _interests.Clear();
        _themes.Clear();
        _statusChanges.ForEach(c => c.EraseReason());
        _ledger.ForEach(e => e.EraseRemark());

        // The address of its completion page leads nowhere any more.
        Key = RandomToken.Draw();
        ErasedUtc ??= nowUtc;
        IndexForSearch();
        Version = Guid.NewGuid();
    }

    /// <summary>Staff keep it back from being erased by itself (保留). An administrator can still erase it by hand.</summary>
    public void Keep(string reason, Actor by)
    {
        ThrowIfErased();
        (KeptBecause, KeptBy, Version) = (reason, by.Name, Guid.NewGuid());
    }

    /// <summary>It may be erased by itself again (保留の取りやめ); the desk tells of it anew before that.</summary>
    public void LetGo() => (KeptBecause, KeptBy, ErasureNoticedOn, Version) = (null, null, null, Guid.NewGuid());

    /// <summary>From this day on the desk tells that it will be erased by itself.</summary>
    public void NoticeErasure(DateOnly today) => ErasureNoticedOn ??= today;

    // Whoever writes to an erased application would make a person of it again.
    private void ThrowIfErased()
    {
        if (IsErased)
        {
            throw new InvalidOperationException("The person was erased.");
        }
    }
}
