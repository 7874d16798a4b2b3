using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Features.Shared.Content;

namespace Shiojiri.CxoLab.Web.Features;

/// <summary>Gives every public page the line that is to stand over it, and whether there is news at all. It asks the database for nothing.</summary>
internal sealed class SiteNewsFilter(ShownContent shown, ShownThemes themes, CurrentCohort current) : IResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is ViewResult view && !context.Controller.GetType().IsDefined(typeof(WithoutRecruitmentStatusAttribute), inherit: true))
        {
            var notice = shown.Notice;
            var isPreview = shown.Draft is not null || themes.Draft is not null || current.IsPreview;
            view.ViewData[SiteNews.Key] = new SiteNews(shown.News.Count > 0, notice?[ContentField.Notice], notice?.Key, isPreview);
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
