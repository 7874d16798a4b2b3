using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>
/// Writes lines of the audit log; looking at pages goes to the access log. They are stored by the caller's save, together with
/// what they tell of.
/// </summary>
internal sealed class AuditTrail(CxoLabDb db, CurrentStaff staff, IHttpContextAccessor http, TimeProvider time)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <param name="subject">On what: an application number, an account's address, a mail's key; or empty.</param>
    /// <param name="before">What stood there: an anonymous object of the fields that change, or null.</param>
    public void Write(AuditAction action, string subject, object? before = null, object? after = null) =>
        Write(staff.Actor, action, subject, before, after);

    /// <summary>For what is done before anybody is signed in, and by commands.</summary>
    public void Write(Actor actor, AuditAction action, string subject, object? before = null, object? after = null)
    {
        var from = http.HttpContext?.Connection.RemoteIpAddress?.ToString();
        var now = time.GetUtcNow().UtcDateTime;
        db.Add<object>(action.IsView()
            ? new AccessEntry(actor, action, subject, Text(after), from, now)
            : new AuditEntry(actor, action, subject, Text(before), Text(after), from, now));
    }

    private static string? Text(object? details) => details is null ? null : JsonSerializer.Serialize(details, Json);
}
