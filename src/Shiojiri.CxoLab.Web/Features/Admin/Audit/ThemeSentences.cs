using Shiojiri.CxoLab.Staff;
using static Shiojiri.CxoLab.Web.Features.Admin.Audit.AuditSentence;

namespace Shiojiri.CxoLab.Web.Features.Admin.Audit;

/// <summary>What was done to a theme of a cohort. The texts themselves are the owner's and stand only in the theme.</summary>
internal static class ThemeSentences
{
    public static AuditSentence? Of(AuditFacts facts) => facts.Action switch
    {
        AuditAction.ThemeAdded => Whole($"テーマ{facts.Subject}を追加"),
        AuditAction.ThemeChanged => facts.After.Text("Fields") is { } fields ? Whole($"テーマ{facts.Subject}の{fields}を変更") : null,
        AuditAction.ThemeConfirmed => Whole($"テーマ{facts.Subject}の載せる文を、本人に確かめたと記録"),
        AuditAction.ThemeUnconfirmed => Whole($"テーマ{facts.Subject}の、本人に確かめた記録を外した"),
        AuditAction.ThemePublished => Whole($"テーマ{facts.Subject}を公開"),
        AuditAction.ThemeWithdrawn => Whole($"テーマ{facts.Subject}をサイトから取り下げ"),
        AuditAction.ThemeMoved => Whole($"テーマ{facts.Subject}の順番を変更"),
        AuditAction.ThemeRemoved => Whole($"テーマ{facts.Subject}を削除"),
        _ => throw new ArgumentOutOfRangeException(nameof(facts)),
    };
}
