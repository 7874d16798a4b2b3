using Shiojiri.CxoLab.Web.Features.Admin;
using Shiojiri.CxoLab.Web.Features.Apply;
using Shiojiri.CxoLab.Web.Features.Colours;
using Shiojiri.CxoLab.Web.Features.Crawlers;
using Shiojiri.CxoLab.Web.Features.Errors;
using Shiojiri.CxoLab.Web.Features.FinishedPages;
using Shiojiri.CxoLab.Web.Features.Inquiries;
using Shiojiri.CxoLab.Web.Features.News;
using Shiojiri.CxoLab.Web.Features.ShareCards;
using Shiojiri.CxoLab.Web.Features.Shared.Content;
using Shiojiri.CxoLab.Web.Features.Shared.Guarding;
using Shiojiri.CxoLab.Web.Features.Shared.StructuredData;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features;

/// <summary>What the screens are made of; each feature registers its own.</summary>
internal static class FeaturesSetup
{
    public static void AddFeatures(this WebApplicationBuilder builder)
    {
        builder.AddPages();
        builder.AddErrorPages();
        builder.AddFinishedPages();
        builder.AddCrawlers();
        builder.AddAdmin();
        builder.AddGuarding();
        builder.AddApply();
        builder.AddInquiries();
        builder.AddContent();
        builder.AddNews();
        builder.AddStructuredData();
        builder.AddShareCards();
        builder.AddRecruitmentStatus();
    }

    public static void MapFeatures(this WebApplication app)
    {
        app.KeepFinishedPages();
        app.MapPages();
        app.MapColours();
        app.MapShareCards();
        app.MapHealth();
    }
}
