using Shiojiri.CxoLab.Applications;

namespace Shiojiri.CxoLab.Web.Features.Admin.Decisions;

/// <summary>A decision that could not be carried out as it was shown, and why (変わったこと).</summary>
/// <param name="Name">Null when it is not prepared any more.</param>
internal sealed record StaleDecision(string Number, string? Name, string Words)
{
    /// <summary>Those of the numbers that are not as they were shown, or can't be carried out at all.</summary>
    /// <param name="shown">What was shown; null on the first look.</param>
    public static IReadOnlyList<StaleDecision> Among(IEnumerable<string> numbers, IReadOnlyList<DecisionDraft> now, ShownDecisions? shown)
    {
        var drafts = now.ToDictionary(d => d.Application.Number);
        return [.. numbers.Distinct()
            .Select(n => (Number: n, Draft: drafts.GetValueOrDefault(n)))
            .Select(p => (p.Number, p.Draft, Words: WordsOn(p.Draft, shown?.Proofs.GetValueOrDefault(p.Number))))
            .Where(p => p.Words is not null)
            .Select(p => new StaleDecision(p.Number, p.Draft?.Application.Name, p.Words!))];
    }

    private static string? WordsOn(DecisionDraft? now, DecisionProof? shown)
    {
        if (now is null)
        {
            return "準備がなくなったか、ほかの人がすでに決めています";
        }

        if (!now.IsPossible)
        {
            return $"いまは「{now.Application.Status.Label()}」のため、「{now.To.Label()}」にはできません";
        }

        if (now.IsLeaving)
        {
            return "前の決定のメールを送っているところです。送り終わるまで数分お待ちください";
        }

        var proof = now.Proof;
        return shown is null || proof == shown ? null
            : proof.Preparation != shown.Preparation ? $"準備が変わりました。いまは{now.Prepared.ByName}さんの「{now.To.Label()}」です"
            : proof.Application != shown.Application ? "申し込みの内容か状態が変わりました"
            : proof.Mail != shown.Mail ? "送られるメールの宛先か文面が変わりました"
            : "参加費か、まだ送られていないメールの状態が変わりました";
    }
}
