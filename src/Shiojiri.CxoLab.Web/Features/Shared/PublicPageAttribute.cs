namespace Shiojiri.CxoLab.Web.Features.Shared;

/// <summary>Marks a page that is the same for everybody: without a form, a cookie or anything personal. It is rendered once and handed out until something of it changes.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class PublicPageAttribute : Attribute;
