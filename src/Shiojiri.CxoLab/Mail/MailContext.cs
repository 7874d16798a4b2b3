using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Mail;

/// <summary>Whom and what a mail to an applicant is about (メールの対象).</summary>
public sealed record MailContext(Application Application, Cohort Cohort, OfficeDetails Office);
