namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>What the page of one's own account shows.</summary>
internal sealed class AccountTools(SecondFactors factors, PasskeyService passkeys, StaffSessions sessions, TimeProvider time)
{
    public SecondFactors Factors => factors;

    public PasskeyService Passkeys => passkeys;

    public StaffSessions Sessions => sessions;

    public DateTime NowUtc => time.GetUtcNow().UtcDateTime;
}
