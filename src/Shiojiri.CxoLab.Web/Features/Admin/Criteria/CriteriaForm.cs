using System.Globalization;
using FluentValidation;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Reviews;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Criteria;

/// <summary>The criteria of a cohort as typed: a row without a name is no criterion.</summary>
internal sealed record CriteriaForm
{
    public const int Most = 10;

    public List<CriterionRow> Rows { get; init; } = [];

    /// <summary>What the form was filled from, so that two people don't undo each other's changes.</summary>
    public string? Seen { get; init; }

    public IEnumerable<(int Position, string Name, string? Description, int Weight)> Kept => Rows
        .Select((row, i) => (Position: i + 1, Name: Folding.Line(row.Name), Description: Folding.Line(row.Description), Weight: row.WeightNumber ?? 1))
        .Where(r => r.Name.Length > 0)
        .Select(r => (r.Position, r.Name, r.Description.Length == 0 ? null : r.Description, r.Weight));

    /// <summary>Whatever was posted: a row that is only named but not there (Rows.index) is an empty one.</summary>
    public CriteriaForm Whole() => this with { Rows = [.. Rows.Select(row => row ?? new CriterionRow())] };

    public static CriteriaForm Of(IReadOnlyList<ReviewCriterion> criteria) => new()
    {
        Seen = ReviewCriterion.StateOf(criteria),
        Rows = [.. Enumerable.Range(1, Most).Select(position => criteria.FirstOrDefault(c => c.Position == position) is { } criterion
            ? new CriterionRow { Name = criterion.Name, Description = criterion.Description, Weight = criterion.Weight.ToString(CultureInfo.InvariantCulture) }
            : new CriterionRow())],
    };
}

internal sealed record CriterionRow
{
    public string? Name { get; init; }

    public string? Description { get; init; }

    public string? Weight { get; init; }

    public int? WeightNumber => int.TryParse(Folding.HalfWidth(Folding.Line(Weight)), NumberStyles.None, CultureInfo.InvariantCulture, out var weight) ? weight : null;
}

internal sealed class CriteriaFormValidator : AbstractValidator<CriteriaForm>
{
    public CriteriaFormValidator()
    {
        RuleFor(f => f.Rows.Count).LessThanOrEqualTo(CriteriaForm.Most).WithMessage($"観点は{CriteriaForm.Most}個までです").OverridePropertyName("Rows[0].Name");
        RuleForEach(f => f.Rows).ChildRules(row =>
        {
            row.RuleFor(r => r.Name).IsText("観点", ReviewCriterion.NameLimit);
            row.RuleFor(r => r.Description).IsText("説明", ReviewCriterion.DescriptionLimit);
            row.RuleFor(r => r.WeightNumber)
                .InclusiveBetween(1, ReviewCriterion.MaxWeight).WithMessage($"重みは1から{ReviewCriterion.MaxWeight}までの整数で入力してください")
                .NotNull().WithMessage($"重みは1から{ReviewCriterion.MaxWeight}までの整数で入力してください")
                .When(r => !string.IsNullOrWhiteSpace(r.Name))
                .OverridePropertyName(nameof(CriterionRow.Weight));
        });
    }
}

/// <summary>What came in between, so that nothing was stored.</summary>
internal enum Overtaking
{
    /// <summary>Somebody changed the criteria: the page shows the newer ones.</summary>
    ByCriteria,

    /// <summary>Somebody scored by them at the very moment: the same form may be sent again.</summary>
    ByScores,
}

internal sealed record CriteriaPage(Cohort Cohort, CriteriaForm Form, Overtaking? Overtaking, IReadOnlyList<FieldError> Errors);
