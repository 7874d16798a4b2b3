using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.Admin;

/// <summary>
/// The pages in front of the desk: signing in, a mailed link. They ask for nobody's sign-in; a test holds the short list of them. A
/// base class, so that none of them is kept by a cache.
/// </summary>
[Area("Admin")]
[WithoutRecruitmentStatus]
[FormLimits(MaxFields = 1000)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal abstract class SignInAreaController : Controller
{
    /// <summary>A word for the top of the next page.</summary>
    protected void Saved(string words) => TempData["Saved"] = words;

    /// <summary>The page again with what is wrong.</summary>
    protected ViewResult Again(string view, object page, int status = StatusCodes.Status422UnprocessableEntity)
    {
        Response.StatusCode = status;
        return View(view, page);
    }
}

/// <summary>What a page in front of the desk says when something is wrong, in one sentence.</summary>
internal static class SignInMessages
{
    public const string WrongPassword = "メールアドレスかパスワードが違います。もう一度お確かめください。";
    public const string WrongCode = "コードが違うか、使い終わったものです。新しいコードを入力してください。";
    public const string WrongRecoveryCode = "回復コードが違うか、使い終わったものです。もう一度お確かめください。";
    public const string TooOften = "短い時間に何度も送られました。1分ほど待ってから、もう一度お試しください。";
    public const string TooLate = "時間がたったため、はじめからお願いします。";

    /// <summary>All messages of a form as one list, in the order of its fields.</summary>
    public static IReadOnlyList<FieldError> Faults(this ModelStateDictionary state, params string[] order) => FieldError.Of(state, order);
}
