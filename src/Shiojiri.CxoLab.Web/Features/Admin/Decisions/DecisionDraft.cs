using System.Security.Cryptography;
using System.Text;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Payments;

namespace Shiojiri.CxoLab.Web.Features.Admin.Decisions;

/// <summary>One prepared decision as it would be carried out at this moment: the move and the very mail.</summary>
/// <param name="Application">Whose, with its ledger.</param>
/// <param name="Mail">The mail that would leave, or null when the move is not announced.</param>
/// <param name="Cancels">Mails that are still waiting, contradict the decision, and would be stopped.</param>
/// <param name="IsLeaving">Such a mail is being sent at this moment: nothing can be decided until it is out or back.</param>
/// <param name="FeeNow">What the fee asks now.</param>
/// <param name="FeeAfter">What it would ask once this is carried out.</param>
internal sealed record DecisionDraft(
    PreparedDecision Prepared, Application Application, OutgoingMail? Mail, IReadOnlyList<OutgoingMail> Cancels, bool IsLeaving,
    FeeStatus FeeNow, FeeStatus FeeAfter)
{
    /// <summary>The table of moves no longer allows it: the application has gone another way since.</summary>
    public bool IsPossible => ApplicationStatusMoves.MayBeDecided(Application.Status, Prepared.To);

    /// <summary>It can be carried out now.</summary>
    public bool IsReady => IsPossible && !IsLeaving;

    public bool HasChangedSince => Application.Version != Prepared.ApplicationVersion;

    /// <summary>
    /// Stands for everything that was shown. Only what the person saw is carried out: when anything of it has changed by then, the
    /// proof is another one.
    /// </summary>
    public string Proof => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n', Application.Version, Prepared.Version, Application.Email, Mail?.Subject, Mail?.Text, IsLeaving, FeeAfter,
        string.Join(',', Cancels.Select(m => m.Key).Order())))))[..32];
}
