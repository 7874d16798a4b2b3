using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Applications;

/// <summary>Why an application can't be put under another one (まとめられない理由).</summary>
public enum MergeRefusal
{
    /// <summary>They are not two of one cohort, or one of them is under another one already.</summary>
    NotTwo,

    /// <summary>Others are under the one that is to go under.</summary>
    HoldsOthers,

    /// <summary>Money of it is still here: it is given back or entered where it belongs first.</summary>
    HasMoney,

    /// <summary>The person was told that they take part, by this one and not by the one that stays.</summary>
    TakesPart,
}

// Two applications of one person (同じ人としてまとめる).
public sealed partial class Application
{
    private readonly List<Application> _merged = [];

    /// <summary>The application that counts for this person; null while this one does. One that is under another counts nowhere and gets no mail.</summary>
    public int? MergedIntoId { get; private set; }

    public bool IsMerged => MergedIntoId is not null;

    /// <summary>Those under this one. For questions to the database, and for whoever has read them along.</summary>
    public IReadOnlyList<Application> Merged => _merged;

    /// <summary>Null when this one can go under the other.</summary>
    /// <param name="main">The one that stays.</param>
    /// <param name="holdsOthers">Whether others are under this one.</param>
    public MergeRefusal? RefusalToMerge(Application main, bool holdsOthers) =>
        main.Id == Id || main.CohortId != CohortId || main.IsMerged || IsMerged || main.IsErased || IsErased ? MergeRefusal.NotTwo
        : holdsOthers ? MergeRefusal.HoldsOthers
        : ReceivedAmount.Amount > 0 ? MergeRefusal.HasMoney
        : Status == ApplicationStatus.Accepted && main.Status != ApplicationStatus.Accepted ? MergeRefusal.TakesPart
        : null;

    /// <summary>Puts it under another one of the same person: its place falls free, nothing is asked of it, and what it holds stays to be read there.</summary>
    /// <param name="main">The one that stays.</param>
    /// <param name="holdsOthers">Whether others are under this one.</param>
    /// <param name="cohort">Its cohort, tracked: the place is freed there.</param>
    /// <exception cref="InvalidOperationException">See <see cref="RefusalToMerge"/>.</exception>
    public void MergeInto(Application main, bool holdsOthers, Cohort cohort)
    {
        if (RefusalToMerge(main, holdsOthers) is { } refusal)
        {
            throw new InvalidOperationException($"It can't be merged: {refusal}.");
        }

        MergedIntoId = main.Id;
        (ActiveEmail, DueOn, ErasureNoticedOn) = (null, null, null);
        if (KeptBecause is not null && main.KeptBecause is null)
        {
            // Erasing the one erases both.
            (main.KeptBecause, main.KeptBy) = (KeptBecause, KeptBy);
        }

        cohort.Seat(this, Status);
        Version = Guid.NewGuid();
    }

    /// <summary>Takes it out from under the other one again (分ける): it counts as it did, with new days to pay.</summary>
    /// <param name="cohort">Its cohort, tracked: the place is taken there.</param>
    /// <param name="dueOn">The due day, in case the fee is asked.</param>
    /// <param name="sharesAddress">Somebody else of the cohort stands under its address by now.</param>
    /// <exception cref="InvalidOperationException">It is under no other.</exception>
    public void Split(Cohort cohort, DateOnly dueOn, bool sharesAddress)
    {
        if (!IsMerged)
        {
            throw new InvalidOperationException("It is under no other application.");
        }

        ThrowIfErased();

        MergedIntoId = null;
        ActiveEmail = sharesAddress || Status == ApplicationStatus.Withdrawn ? null : NormalizedEmail;
        cohort.Reseat(this);
        AskAgain(cohort, dueOn);
        Version = Guid.NewGuid();
    }
}

public static class MergeRefusalLabel
{
    /// <summary>For staff: why not, and what to do first.</summary>
    public static string Label(this MergeRefusal refusal) => refusal switch
    {
        MergeRefusal.NotTwo => "同じ期の2件の申し込みではないか、どちらかがもうまとめられています。",
        MergeRefusal.HoldsOthers => "この申し込みには、ほかの申し込みがまとめられています。先に「分ける」で分けてください。",
        MergeRefusal.HasMoney => "この申し込みには入金が残っています。先に「入金の記録」で、返金を記録するか、入金を取り消して残す方の申し込みに記録してください。",
        MergeRefusal.TakesPart => "この申し込みは「参加確定」です。こちらを残すか、先に決定を取り消してください。",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };
}
