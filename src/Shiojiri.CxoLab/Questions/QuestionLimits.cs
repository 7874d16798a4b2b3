namespace Shiojiri.CxoLab.Questions;

/// <summary>The limits of own questions and their answers; lengths in characters as a reader counts them.</summary>
public static class QuestionLimits
{
    /// <summary>Of one cohort, those that were taken from the form not counted.</summary>
    public const int Questions = 20;

    public const int Choices = 20;
    public const int Wording = 120;
    public const int Hint = 200;
    public const int Choice = 60;
    public const int ShortText = 100;
    public const int LongText = 800;

    /// <summary>No number is greater, nor smaller below zero.</summary>
    public const int Number = 999_999_999;

    /// <summary>Longest JSON text of a revision, in UTF-16 units.</summary>
    public const int Json = 200_000;
}
