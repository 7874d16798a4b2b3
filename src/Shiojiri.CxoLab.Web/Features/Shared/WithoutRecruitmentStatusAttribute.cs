namespace Shiojiri.CxoLab.Web.Features.Shared;

/// <summary>A page that shows no state of recruitment, because it must stand when the database does not.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class WithoutRecruitmentStatusAttribute : Attribute;
