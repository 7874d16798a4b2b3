using System.Security.Cryptography;
using System.Text;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Payments;

namespace Shiojiri.CxoLab.Web.Features.Admin.Decisions;

/// <summary>One prepared decision as it would be carried out at this moment: the move and the very mail.</summary>
/// <param name="Application">Whose, with its ledger.</param>
/// <param name="Cohort">Tracked: a place is taken or freed there.</param>
/// <param name="Mail">The mail that would leave; null when none is composed or the move is not announced.</param>
/// <param name="FeeNow">What the fee asks now.</param>
/// <param name="FeeAfter">What it would ask once this is carried out.</param>
internal sealed record DecisionDraft(
    PreparedDecision Prepared, Application Application, Cohort Cohort, OutgoingMail? Mail, FeeStatus FeeNow, FeeStatus FeeAfter)
{
    /// <summary>The due day, in case the fee becomes asked.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Mails that are still waiting, contradict the decision, and would be stopped.</summary>
    public IReadOnlyList<OutgoingMail> Cancels { get; init; } = [];

    /// <summary>Such a mail is being sent at this moment: nothing can be decided until it is out or back.</summary>
    public bool IsLeaving { get; init; }

    public ApplicationStatus To => Prepared.To;

    /// <summary>The table of moves no longer allows it: the application has gone another way since.</summary>
    public bool IsPossible => ApplicationStatusMoves.MayBeDecided(Application.Status, To);

    /// <summary>It can be carried out now.</summary>
    public bool IsReady => IsPossible && !IsLeaving;

    public bool HasChangedSince => Application.Version != Prepared.ApplicationVersion;

    /// <summary>
    /// Stands for everything that was shown. Only what the person saw is carried out: when anything of it has changed by then, the
    /// proof is another one.
    /// </summary>
    public DecisionProof Proof => new(
        Application.Version,
        Prepared.Version,
        Hash(Mail?.Recipient, Mail?.Subject, Mail?.Text),
        Hash(FeeAfter.ToString(), IsLeaving.ToString(), string.Join(',', Cancels.Select(m => m.Key).Order())));

    private static string Hash(params string?[] parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..32];
}

/// <summary>What was shown of one decision, part by part, so that it can be said what has changed.</summary>
/// <param name="Mail">Stands for address, subject and text.</param>
/// <param name="Consequences">Stands for the fee and for the mails that would be stopped.</param>
internal sealed record DecisionProof(Guid Application, Guid Preparation, string Mail, string Consequences);

/// <summary>Exactly what a person saw on the last check page, and what it becomes known by once it is carried out.</summary>
/// <param name="Proofs">By application number.</param>
internal sealed record ShownDecisions(Guid Batch, Dictionary<string, DecisionProof> Proofs);
