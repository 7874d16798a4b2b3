using Microsoft.AspNetCore.Mvc.ActionConstraints;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Shiojiri.CxoLab.Web.Hosting;

/// <summary>Whatever can be read can be asked for with HEAD: link checkers and monitors do.</summary>
internal sealed class HeadConvention : IActionModelConvention
{
    public void Apply(ActionModel action)
    {
        foreach (var selector in action.Selectors)
        {
            if (selector.ActionConstraints.OfType<HttpMethodActionConstraint>().SingleOrDefault() is { } constraint
                && constraint.HttpMethods.Contains(HttpMethods.Get))
            {
                selector.ActionConstraints.Remove(constraint);
                selector.ActionConstraints.Add(new HttpMethodActionConstraint([HttpMethods.Get, HttpMethods.Head]));
                selector.EndpointMetadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
            }
        }
    }
}
