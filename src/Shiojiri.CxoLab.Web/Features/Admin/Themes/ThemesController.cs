using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Pictures;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Themes;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Themes;

/// <summary>The themes of a cohort with their owners (テーマ): list, add, write, put in order, publish, remove.</summary>
[Route("admin/cohorts/{ordinal:int}/themes")]
internal sealed class ThemesController(CohortHeadQuery heads, ThemeListQuery list, ThemeService service, PictureCatalogue pictures) : AdminController
{
    [HttpGet("")]
    [RequiresPermission(Permission.Configure)]
    public Task<IActionResult> Index(int ordinal, CancellationToken ct) => PageAsync(ordinal, page => page, ct);

    [HttpGet("new")]
    [RequiresPermission(Permission.Configure)]
    public Task<IActionResult> New(int ordinal, CancellationToken ct) =>
        PageAsync(ordinal, page => page.IsFull ? page : page with { Open = ThemesPage.NewOne, Form = ThemeForm.New() }, ct);

    [HttpPost("")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> Add(int ordinal, [Bind(Prefix = "")] ThemeForm form, CancellationToken ct)
    {
        if (!RandomToken.IsWellFormed(form.Drawn) || await heads.FindAsync(ordinal, ct) is not { } head || head.Counts.Themes >= ThemeLimits.MostOfCohort)
        {
            return NotFound();
        }

        var typed = form.Folded();
        return Faults(typed, isRead: false) is { Count: > 0 } faults
            ? await UnfitAsync(ordinal, ThemesPage.NewOne, typed, faults, ct)
            : Done(head, typed, await service.AddAsync(head.Cohort, typed, ct));
    }

    [HttpGet("{key}/edit")]
    [RequiresPermission(Permission.Configure)]
    public Task<IActionResult> Edit(int ordinal, string key, CancellationToken ct) =>
        PageAsync(ordinal, page => page with { Open = key } is { OpenRow: { } row } opened ? opened with { Form = ThemeForm.Of(row.Theme) } : null, ct);

    [HttpPost("{key}")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> Change(int ordinal, string key, [Bind(Prefix = "")] ThemeForm form, CancellationToken ct)
    {
        if (await heads.FindAsync(ordinal, ct) is not { } head || !RandomToken.IsWellFormed(key))
        {
            return NotFound();
        }

        var typed = form.Folded();
        if (Faults(typed, (await service.FindAsync(head.Cohort, key, ct))?.IsPublic == true) is { Count: > 0 } faults)
        {
            return await UnfitAsync(ordinal, key, typed, faults, ct);
        }

        return await service.ChangeAsync(head.Cohort, key, typed, ct) switch
        {
            (SaveOutcome.Done, { } theme) => Done(head, typed, theme),
            (SaveOutcome.NotThere, _) => await GoneAsync(ordinal, typed, ct),
            (SaveOutcome.Stale, _) => await StaleAsync(ordinal, key, typed, ct),
            var (outcome, _) => throw new InvalidOperationException($"{outcome} without a theme."),
        };
    }

    [HttpPost("{key}/position")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> Move(int ordinal, string key, string? to, CancellationToken ct)
    {
        if (await heads.FindAsync(ordinal, ct) is not { } head || await service.MoveAsync(head.Cohort, key, to == "up", ct) is not (var outcome and not SaveOutcome.NotThere))
        {
            return NotFound();
        }

        Saved(outcome == SaveOutcome.Done ? "順番を変えました" : "ほかの人が先に変えました。いまの順番を見てください");
        return LocalRedirect($"{head.Address}/themes");
    }

    [HttpPost("{key}/removal")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> Remove(int ordinal, string key, Guid version, CancellationToken ct)
    {
        if (await heads.FindAsync(ordinal, ct) is not { } head || await service.RemoveAsync(head.Cohort, key, version, ct) is not (var outcome and not SaveOutcome.NotThere))
        {
            return NotFound();
        }

        Saved(outcome == SaveOutcome.Done ? "テーマを削除しました" : "公開中か、選んだ申込者がいるか、ほかの人が先に変えたため、削除していません。いまの内容を見てください");
        return LocalRedirect($"{head.Address}/themes");
    }

    private async Task<IActionResult> PageAsync(int ordinal, Func<ThemesPage, ThemesPage?> open, CancellationToken ct) =>
        await heads.FindAsync(ordinal, ct) is { } head && open(new ThemesPage(head, await list.OfAsync(head.Cohort, ct), pictures.All)) is { } page
            ? View(nameof(Index), page)
            : NotFound();

    private IReadOnlyList<FieldError> Faults(ThemeForm form, bool isRead)
    {
        ModelState.Clear();
        new ThemeFormValidator(isRead, pictures).Validate(form).AddToModelState(ModelState, null);
        return FieldError.Of(ModelState, ThemeFormValidator.Order);
    }

    private Task<IActionResult> UnfitAsync(int ordinal, string open, ThemeForm typed, IReadOnlyList<FieldError> faults, CancellationToken ct)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return PageAsync(ordinal, page => page with { Open = open, Form = typed, Errors = faults }, ct);
    }

    // Going on from here is then meant: the form carries what the person has seen now.
    private Task<IActionResult> StaleAsync(int ordinal, string key, ThemeForm typed, CancellationToken ct)
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        return PageAsync(
            ordinal,
            page => page with { Open = key } is { OpenRow.Theme: { } now } opened ? opened with { Form = typed.Over(now), Stale = ThemeTexts.Changes(now, typed, pictures) } : page,
            ct);
    }

    private Task<IActionResult> GoneAsync(int ordinal, ThemeForm typed, CancellationToken ct)
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        return PageAsync(ordinal, page => page with { Open = ThemesPage.NewOne, Form = typed with { Drawn = RandomToken.Draw() }, IsGone = true }, ct);
    }

    private LocalRedirectResult Done(CohortHead head, ThemeForm typed, Theme theme)
    {
        var name = $"「{Phrasing.Plain(theme.Title)}」";
        Saved(typed.WantsPublic && !theme.IsPublic
            ? $"{name}を保存しました。{string.Join("、", theme.Missing)}がないので、まだ公開していません"
            : theme.IsPublic ? $"{name}を保存しました。{(head.IsPublic ? "サイトに出ています" : $"{head.Cohort.Name}を公開すると、サイトに出ます")}"
            : $"{name}を保存しました。サイトには出ていません");
        return LocalRedirect($"{head.Address}/themes");
    }
}
