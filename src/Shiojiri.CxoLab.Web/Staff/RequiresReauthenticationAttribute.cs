namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>An action that asks the person to prove once more who they are, when they last did so more than 15 minutes ago.
/// <c>ReauthenticationFilter</c> does the asking.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RequiresReauthenticationAttribute : Attribute;
