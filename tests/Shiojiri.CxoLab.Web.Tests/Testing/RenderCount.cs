using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>Counts the pages that are rendered; one that comes finished from memory is none of them.</summary>
internal sealed class RenderCount : IResultFilter
{
    private int _pages;

    public int Pages => _pages;

    public void StartAgain() => _pages = 0;

    public void Watch(IServiceCollection services) => services.Configure<MvcOptions>(mvc => mvc.Filters.Add(this));

    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is ViewResult)
        {
            Interlocked.Increment(ref _pages);
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
