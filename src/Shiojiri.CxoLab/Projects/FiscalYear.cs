namespace Shiojiri.CxoLab.Projects;

/// <summary>年度: from April to March of the next year.</summary>
public static class FiscalYear
{
    public const int First = 1989;
    public const int Last = 2099;

    public static int Of(DateOnly day) => day.Month >= 4 ? day.Year : day.Year - 1;
}
