using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Pictures;
using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Settings;

/// <summary>What staff keep of the site itself: contact, account, terms, seller, personal data (設定).</summary>
[Route("admin/settings")]
internal sealed class SettingsController(SettingsQuery query, SettingsService service, StaffScope scope, PictureCatalogue pictures) : AdminController
{
    [HttpGet("")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await query.AllAsync(ct));

    [HttpGet("{section}")]
    [RequiresPermission(Permission.Configure)]
    public Task<IActionResult> Edit(string section, int? cohort, CancellationToken ct) =>
        OfAsync(section, cohort, (found, of) => Task.FromResult<IActionResult>(View(query.Section(found, of))), ct);

    [HttpPost("{section}")]
    [RequiresPermission(Permission.Configure)]
    [RequiresReauthentication]
    public Task<IActionResult> Save(string section, int? cohort, [Bind(Prefix = "")] SettingsForm form, CancellationToken ct) =>
        OfAsync(section, cohort, (found, of) => SaveAsync(found, of, form.Folded(found), ct), ct);

    [HttpPost("{section}/giving-up")]
    [RequiresPermission(Permission.Configure)]
    [RequiresReauthentication]
    public Task<IActionResult> GiveUp(string section, int? cohort, CancellationToken ct) =>
        OfAsync(section, cohort, async (found, of) =>
        {
            if (of is not null && await service.GiveUpAsync(found, of, ct) == SaveOutcome.Done)
            {
                Saved($"{of.Name}の{found.Label()}を、サイトと同じに戻しました");
            }

            return LocalRedirect($"{SettingsPage.AddressOf(found)}{SettingsPage.QueryOf(of)}");
        }, ct);

    [HttpGet("{section}/history")]
    [RequiresPermission(Permission.Configure)]
    public Task<IActionResult> History(string section, int? cohort, CancellationToken ct) =>
        OfAsync(section, cohort, async (found, of) => View(await query.HistoryAsync(found, of, ct)), ct);

    [HttpPost("{section}/history/{number:int}/restoration")]
    [RequiresPermission(Permission.Configure)]
    [RequiresReauthentication]
    public Task<IActionResult> Restore(string section, int number, int? cohort, CancellationToken ct) =>
        OfAsync(section, cohort, async (found, of) =>
        {
            if (!await service.RestoreAsync(found, of, number, ct))
            {
                return NotFound();
            }

            Saved($"{found.Label()}を、前の内容に戻しました");
            return LocalRedirect($"{SettingsPage.AddressOf(found)}/history{SettingsPage.QueryOf(of)}");
        }, ct);

    private async Task<IActionResult> SaveAsync(SettingSection section, Cohort? cohort, SettingsForm form, CancellationToken ct)
    {
        ModelState.Clear();
        (await new SettingsFormValidator(section, key => pictures.Find(key) is not null).ValidateAsync(form, ct)).AddToModelState(ModelState, null);
        if (!ModelState.IsValid)
        {
            var order = SettingField.Of(section).Select(f => $"Values[{f.Name}]").ToArray();
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(nameof(Edit), query.Section(section, cohort, form, FieldError.Of(ModelState, order)));
        }

        if (await service.SaveAsync(section, cohort, form, ct) == SaveOutcome.Stale)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            return View(nameof(Edit), query.Stale(section, cohort, form));
        }

        Saved($"{(cohort is null ? "" : $"{cohort.Name}の")}{section.Label()}を保存しました。サイトとこれから送るメールに、すぐに出ます");
        return LocalRedirect(cohort is null ? $"/admin/settings#{section.Word()}" : $"{SettingsPage.AddressOf(section)}{SettingsPage.QueryOf(cohort)}");
    }

    // Not found: a section that is none, a cohort that can't be seen, or one for a section that belongs to the site alone.
    private async Task<IActionResult> OfAsync(string section, int? cohort, Func<SettingSection, Cohort?, Task<IActionResult>> answer, CancellationToken ct)
    {
        // A number parses as well, but is no name of a section.
        if (!Enum.TryParse<SettingSection>(section, ignoreCase: true, out var found) || !Enum.IsDefined(found) || !char.IsAsciiLetter(section[0]) || (cohort is not null && !found.MayBelongToCohort()))
        {
            return NotFound();
        }

        var of = cohort is null ? null : await scope.CohortAsync(cohort, ct);
        return cohort is not null && of is null ? NotFound() : await answer(found, of);
    }
}
