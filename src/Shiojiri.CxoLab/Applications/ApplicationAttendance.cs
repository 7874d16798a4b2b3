namespace Shiojiri.CxoLab.Applications;

/// <summary>Whether the applicant can come to one on-site session (現地日程への参加).</summary>
public sealed class ApplicationAttendance(int sessionId, AttendanceAnswer answer)
{
    public int Id { get; private set; }

    public int SessionId { get; private set; } = sessionId;

    public AttendanceAnswer Answer { get; private set; } = answer;
}
