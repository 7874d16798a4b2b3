using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.ApplicantList;

/// <summary>Filters that a staff member keeps under a name of their own (保存した条件).</summary>
internal sealed class SavedViews(CxoLabDb db, CurrentStaff staff, AuditTrail audit)
{
    public const int Most = 20;

    /// <summary>False when there are too many already. The same name stands for the newer filter.</summary>
    public async Task<bool> SaveAsync(string name, ApplicantFilter filter, CancellationToken ct)
    {
        var own = await db.SavedViews.Where(v => v.AccountId == staff.AccountId).ToListAsync(ct);
        var known = own.SingleOrDefault(v => v.Name == name);
        if (known is null && own.Count >= Most)
        {
            return false;
        }

        if (known is not null)
        {
            db.Remove(known);
        }

        db.Add(new SavedView(staff.AccountId, name, filter.Query(withPage: false).TrimStart('?')));
        audit.Write(AuditAction.ViewSaved, "", after: new { name, filter = filter.ForAudit() });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException lost) when (lost is DbUpdateConcurrencyException || UniqueViolation.Is(lost))
        {
            // The button was pressed twice: the other request has saved it.
        }

        return true;
    }

    public async Task RemoveAsync(string? name, CancellationToken ct)
    {
        if (await db.SavedViews.SingleOrDefaultAsync(v => v.AccountId == staff.AccountId && v.Name == name, ct) is not { } known)
        {
            return;
        }

        db.Remove(known);
        audit.Write(AuditAction.ViewRemoved, "", before: new { name, filter = ApplicantFilter.Read(known.Query).ForAudit() });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Removed by the other of two clicks.
        }
    }
}

internal sealed class SaveViewForm
{
    private string? _name;

    public string? ViewName
    {
        get => _name;
        set => _name = Folding.Line(value) is { Length: > 0 } line ? line : null;
    }

    /// <summary>The query string of the list.</summary>
    public string? Query { get; set; }
}

internal sealed class SaveViewFormValidator : AbstractValidator<SaveViewForm>
{
    public SaveViewFormValidator()
    {
        RuleFor(f => f.ViewName).IsText("条件の名前", SavedView.MaxName, required: "条件の名前を入力してください");
        RuleFor(f => f.Query).Must(q => ApplicantFilter.Read(q).Query(withPage: false).Length <= SavedView.MaxQuery)
            .WithMessage("条件が長すぎて保存できません。キーワードを短くしてください")
            .OverridePropertyName(nameof(SaveViewForm.ViewName));
    }
}
