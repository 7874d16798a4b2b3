using System.Security.Cryptography;
using System.Text;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Mail;

/// <summary>What the editor of a mail to many posts, beside the words of the filter.</summary>
internal sealed class GroupMailForm : MailTextForm
{
    /// <summary>The number of addresses, typed to confirm.</summary>
    public string? Count { get; set; }

    /// <summary>The number of addresses when the form was shown.</summary>
    public int? Shown { get; set; }

    /// <summary>Stands for the very people when the form was shown: their number alone would not tell when one took another's place.</summary>
    public string? Seen { get; set; }

    /// <summary>Drawn when the form was shown: the same form never sends twice. Of a date that was moved, the version that is told of.</summary>
    public Guid? Batch { get; set; }

    /// <summary>The slug of the date of the curriculum whose move or cancellation is told; null for any other mail.</summary>
    public string? Session { get; set; }
}

/// <summary>Whom a mail to many goes to.</summary>
/// <param name="Cohort">Their cohort, with its sessions.</param>
/// <param name="Applications">How many applications the filter means, less those withdrawn.</param>
/// <param name="WithoutAddress">How many of these have no address and are reached by telephone; no mail goes to them.</param>
/// <param name="PerAddress">One application for each address, the newest first.</param>
internal sealed record Recipients(Cohort Cohort, int Applications, int WithoutAddress, IReadOnlyList<Recipient> PerAddress)
{
    public int Addresses => PerAddress.Count;

    /// <summary>Applications that get no mail of their own, since another one has the same address.</summary>
    public int Joined => Applications - WithoutAddress - Addresses;

    /// <summary>Another one as soon as anybody joins, leaves or is reached elsewhere.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n', PerAddress.OrderBy(r => r.Id).Select(r => $"{r.Id} {r.Email}")))));
}

internal sealed record Recipient(int Id, string Number, string Name, string Email);

internal sealed record GroupMailPage(ApplicantFilter Filter, Recipients Recipients, GroupMailForm Form, RenderedMail Paper, IReadOnlyList<Choice> Applicants)
{
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>Others are written to than when the form was shown.</summary>
    public bool HasChanged { get; init; }

    /// <summary>How many addresses there were when the form was shown, if that has changed.</summary>
    public int? NumberBefore { get; init; }

    /// <summary>The filter in words.</summary>
    public IEnumerable<string> Conditions
    {
        get
        {
            yield return Recipients.Cohort.Name;
            if (Filter.StatusAsked is { } decision)
            {
                yield return decision.Label();
            }

            if (Filter.PaymentAsked is { } payment)
            {
                yield return $"参加費：{payment.Label()}";
            }

            foreach (var (name, value) in new[] { ("関心", Filter.Interest), ("現地日程", Filter.OnSite), ("タグ", Filter.Tag), ("検索", Filter.Q) })
            {
                if (!string.IsNullOrWhiteSpace(value))
                {
                    yield return $"{name}：{value}";
                }
            }

            if (!string.IsNullOrEmpty(Filter.Theme))
            {
                yield return "テーマで絞り込み";
            }

            if (!string.IsNullOrEmpty(Filter.Answer))
            {
                yield return "この期の質問の答えで絞り込み";
            }

            if (!string.IsNullOrEmpty(Filter.Assignee))
            {
                yield return Filter.Assignee == ApplicantFilter.NobodyAssigned ? "担当なし" : "担当で絞り込み";
            }
        }
    }
}
