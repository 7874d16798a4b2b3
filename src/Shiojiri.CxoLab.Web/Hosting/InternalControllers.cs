using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace Shiojiri.CxoLab.Web.Hosting;

/// <summary>Finds controllers although they are internal like everything else in the site.</summary>
internal sealed class InternalControllers : ControllerFeatureProvider
{
    protected override bool IsController(TypeInfo typeInfo) =>
        typeInfo is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && typeof(Controller).IsAssignableFrom(typeInfo);
}
