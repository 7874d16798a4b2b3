namespace Shiojiri.CxoLab.Web.Features.Shared;

/// <summary>A page that shows no state of recruitment: it must stand when the database does not, or its layout has no place for it.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class WithoutRecruitmentStatusAttribute : Attribute;
