using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Inquiries;
using Shiojiri.CxoLab.Web.Data;

// Becomes LOWER in the database, which knows no culture; addresses are compared so everywhere.
#pragma warning disable CA1304, CA1311, CA1862

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>Whom the site erases by itself (保管の期間がまもなく終わる申し込み): one answer for the dashboard, the page and the job.</summary>
internal static class ErasureQuestions
{
    /// <summary>Those that the desk tells of, kept back by nobody, with neither money nor a question open. Merged and erased ones are told of no more.</summary>
    public static IQueryable<Application> WillBeErased(this IQueryable<Application> applications, CxoLabDb db)
    {
        var asking = Asking(db);
        return applications
            .Where(a => a.ErasureNoticedOn != null && a.KeptBecause == null)
            .Where(PaymentQuestions.LetsErase)
            .Where(a => !asking.Contains(a.Id));
    }

    /// <summary>
    /// The ids of those whose person, or the one of an application under it, waits for an answer. An address that somebody else's application has too is
    /// nobody's. Begun from the questions, which are few, however many applications there are.
    /// </summary>
    public static IQueryable<int> Asking(CxoLabDb db)
    {
        var open = db.Inquiries.Where(i => i.Status == InquiryStatus.Open);
        var named = open.Join(db.Applications, i => i.ApplicationId, a => a.Id, (i, a) => a.MergedIntoId ?? a.Id);
        return open.Join(db.Applications, i => i.Email.ToLower(), a => a.NormalizedEmail, (i, a) => a)
            .Where(a => !db.Applications.Any(o => o.NormalizedEmail == a.NormalizedEmail && (o.MergedIntoId ?? o.Id) != (a.MergedIntoId ?? a.Id)))
            .Select(a => a.MergedIntoId ?? a.Id)
            .Concat(named);
    }
}
