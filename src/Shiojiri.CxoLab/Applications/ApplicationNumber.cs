using System.Globalization;
using System.Security.Cryptography;

namespace Shiojiri.CxoLab.Applications;

/// <summary>
/// The application number (受付番号): ten digits for people, mails and bank transfers. Two digits of the cohort, seven
/// drawn at random so that nobody can count or guess the others, and a check digit. It is no secret.
/// </summary>
public static class ApplicationNumber
{
    public const int Length = 10;

    private const int Serials = 10_000_000;

    // Damm, H. M. (2004): a totally anti-symmetric quasigroup of order 10. Its check digit reveals every single wrong
    // digit and every swap of two neighbours.
    private static readonly string[] Damm =
    [
        "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
        "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
    ];

    /// <summary>A new number of a cohort. Uniqueness is held by the database; on a clash another one is drawn.</summary>
    public static string Draw(int cohortOrdinal) =>
        Compose(cohortOrdinal, RandomNumberGenerator.GetInt32(Serials));

    /// <param name="cohortOrdinal">The cohort's ordinal, 1 to 99.</param>
    /// <param name="serial">0 to 9,999,999.</param>
    public static string Compose(int cohortOrdinal, int serial)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cohortOrdinal, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cohortOrdinal, 99);
        ArgumentOutOfRangeException.ThrowIfNegative(serial);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(serial, Serials);

        var digits = string.Create(CultureInfo.InvariantCulture, $"{cohortOrdinal:00}{serial:0000000}");
        return $"{digits}{Remainder(digits)}";
    }

    public static bool IsValid(string? number) =>
        number is { Length: Length } && number.All(char.IsAsciiDigit) && Remainder(number) == 0;

    /// <summary>In groups, as it is read aloud: 0312-345-678.</summary>
    public static string Grouped(string number) => $"{number[..4]}-{number[4..7]}-{number[7..]}";

    private static int Remainder(string digits) =>
        digits.Aggregate(0, (interim, digit) => Damm[interim][digit - '0'] - '0');
}
