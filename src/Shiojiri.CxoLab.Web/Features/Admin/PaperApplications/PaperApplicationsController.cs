using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Features.Shared.ApplicationForm;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.PaperApplications;

/// <summary>Staff key in an application that came on paper or by phone: the same questions and the same rules.</summary>
[Route("admin/applications/new")]
internal sealed class PaperApplicationsController(
    StaffScope scope, PaperApplicationService service, StaffSaveService saves, SiteThemes themes, CohortQuestions questions) : AdminController
{
    [HttpGet("")]
    [RequiresPermission(Permission.EnterApplications)]
    public async Task<IActionResult> Entry(CancellationToken ct)
    {
        if (await scope.CohortAsync(null, ct) is not { } cohort)
        {
            return NotFound();
        }

        var today = saves.Today.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        var page = new PaperApplicationPage(cohort, new PaperApplicationForm { Key = RandomToken.Draw(), ArrivedOn = today }, new ApplyForm(), []);
        return View(page with { Themes = themes.Of(cohort.Id), Questions = Questions(cohort) });
    }

    [HttpPost("")]
    [RequiresPermission(Permission.EnterApplications)]
    public async Task<IActionResult> Enter([Bind(Prefix = "")] PaperApplicationForm entry, [Bind(Prefix = "")] ApplyForm form, CancellationToken ct)
    {
        if (await scope.CohortAsync(null, ct) is not { } cohort)
        {
            return NotFound();
        }

        var folded = form.Folded();
        var own = Questions(cohort); // once: what is checked is what is stored
        ModelState.Clear();
        new PaperApplicationFormValidator(cohort, saves.Today).Validate(entry).AddToModelState(ModelState, null);
        new ApplyFormValidator(cohort, own, mayLackEmail: true, themes.Of(cohort.Id)).Validate(folded).AddToModelState(ModelState, null);
        if (!ModelState.IsValid || !RandomToken.IsWellFormed(entry.Key))
        {
            return Again(cohort, entry, form, null);
        }

        folded.Chosen = ThemeChoice.Of(folded, themes.Of(cohort.Id));
        var (number, outcome) = await service.StoreAsync(entry, folded, cohort, own, ct);
        return outcome switch
        {
            PaperApplicationOutcome.Stored => await DoneAsync(number!, folded.Email is not null, ct),
            PaperApplicationOutcome.KnownAddress => Refused(cohort, entry, form, nameof(ApplyForm.Email), "同じアドレスの申し込みがあります。別の方のときは、フォームの最初にある「別の方の申し込みとして受け付ける」を選んでください", number),
            PaperApplicationOutcome.KnownPerson => Refused(cohort, entry, form, nameof(ApplyForm.Name), "同じお名前と電話番号の申し込みがあります。別の方のときは、フォームの最初にある「別の方の申し込みとして受け付ける」を選んでください", number),
            PaperApplicationOutcome.ConcurrentChange => Refused(cohort, entry, form, nameof(PaperApplicationForm.Channel), "ほかの申し込みと重なって保存できませんでした。入力内容は残っています。もう一度押してください", null),
            PaperApplicationOutcome.Refused => Refused(cohort, entry, form, nameof(PaperApplicationForm.ArrivedOn), "定員に達しているか募集期間の外のため、受け付けられません", null),
            _ => throw new InvalidOperationException($"No entry ends with {outcome}."),
        };
    }

    private async Task<LocalRedirectResult> DoneAsync(string number, bool isReachedByMail, CancellationToken ct)
    {
        var about = (await service.ReceiptOfAsync(number, ct)).Label();
        Saved($"申し込みを記録しました。{(isReachedByMail ? $"{about}をメールでお送りします" : $"メールアドレスがないため、{about}は電話でお伝えください")}");
        return LocalRedirect($"/admin/applications/{number}");
    }

    private ViewResult Refused(Cohort cohort, PaperApplicationForm entry, ApplyForm form, string field, string words, string? known)
    {
        ModelState.AddModelError(field, words);
        return Again(cohort, entry, form, known);
    }

    private ViewResult Again(Cohort cohort, PaperApplicationForm entry, ApplyForm form, string? known)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        string[] order = [nameof(PaperApplicationForm.Channel), nameof(PaperApplicationForm.ArrivedOn), .. ApplyFormValidator.Order(cohort, Questions(cohort))];
        var typed = RandomToken.IsWellFormed(entry.Key) ? entry : entry with { Key = RandomToken.Draw() };
        var page = new PaperApplicationPage(cohort, typed, form, FieldError.Of(ModelState, order), known) { Themes = themes.Of(cohort.Id), Questions = Questions(cohort) };
        return View(nameof(Entry), page);
    }

    private OwnQuestions Questions(Cohort cohort) => new(questions.AskedIn(cohort.Id), saves.Today);
}
