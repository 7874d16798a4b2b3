using Microsoft.AspNetCore.Mvc.ModelBinding;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin;

/// <summary>What a page on the way in says when something is wrong, in one sentence.</summary>
internal static class SignInMessages
{
    public const string WrongPassword = "メールアドレスかパスワードが違います。もう一度お確かめください。";
    public const string WrongPasskey = "パスキーでサインインできませんでした。もう一度試すか、パスワードをお使いください。";
    public const string WrongCode = "コードが違うか、使い終わったものです。新しいコードを入力してください。";
    public const string WrongRecoveryCode = "回復コードが違うか、使い終わったものです。もう一度お確かめください。";
    public const string TooOften = "短い時間に何度も送られました。1分ほど待ってから、もう一度お試しください。";
    public const string TooLate = "時間がたったため、はじめからお願いします。";

    /// <summary>All messages of a form as one list, in the order of its fields.</summary>
    public static IReadOnlyList<FieldError> Faults(this ModelStateDictionary state, params string[] order) => FieldError.Of(state, order);
}
