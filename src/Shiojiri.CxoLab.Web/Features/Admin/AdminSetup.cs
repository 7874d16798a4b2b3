using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Shiojiri.CxoLab.Web.Features.Admin.Account;
using Shiojiri.CxoLab.Web.Features.Admin.Admissions;
using Shiojiri.CxoLab.Web.Features.Admin.ApplicantExport;
using Shiojiri.CxoLab.Web.Features.Admin.ApplicantList;
using Shiojiri.CxoLab.Web.Features.Admin.Applications;
using Shiojiri.CxoLab.Web.Features.Admin.Audit;
using Shiojiri.CxoLab.Web.Features.Admin.Briefings;
using Shiojiri.CxoLab.Web.Features.Admin.CohortCopies;
using Shiojiri.CxoLab.Web.Features.Admin.Cohorts;
using Shiojiri.CxoLab.Web.Features.Admin.Contacts;
using Shiojiri.CxoLab.Web.Features.Admin.Content;
using Shiojiri.CxoLab.Web.Features.Admin.Criteria;
using Shiojiri.CxoLab.Web.Features.Admin.Curriculum;
using Shiojiri.CxoLab.Web.Features.Admin.Dashboard;
using Shiojiri.CxoLab.Web.Features.Admin.Decisions;
using Shiojiri.CxoLab.Web.Features.Admin.Erasure;
using Shiojiri.CxoLab.Web.Features.Admin.FirstStart;
using Shiojiri.CxoLab.Web.Features.Admin.Inquiries;
using Shiojiri.CxoLab.Web.Features.Admin.Mail;
using Shiojiri.CxoLab.Web.Features.Admin.Merging;
using Shiojiri.CxoLab.Web.Features.Admin.PaperApplications;
using Shiojiri.CxoLab.Web.Features.Admin.PasswordReset;
using Shiojiri.CxoLab.Web.Features.Admin.Payments;
using Shiojiri.CxoLab.Web.Features.Admin.Pictures;
using Shiojiri.CxoLab.Web.Features.Admin.Publications;
using Shiojiri.CxoLab.Web.Features.Admin.Questions;
using Shiojiri.CxoLab.Web.Features.Admin.Reviews;
using Shiojiri.CxoLab.Web.Features.Admin.Samples;
using Shiojiri.CxoLab.Web.Features.Admin.Session;
using Shiojiri.CxoLab.Web.Features.Admin.Settings;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Admin.StaffMembers;
using Shiojiri.CxoLab.Web.Features.Admin.Status;
using Shiojiri.CxoLab.Web.Features.Admin.Templates;
using Shiojiri.CxoLab.Web.Features.Admin.Themes;

namespace Shiojiri.CxoLab.Web.Features.Admin;

/// <summary>The staff area: what its pages share, then each of its features.</summary>
internal static class AdminSetup
{
    public static void AddAdmin(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddShared();
        services.AddSignIn();
        services.AddPasswordReset();
        services.AddFirstStart();
        services.AddAccount();
        services.AddStaffMembers();
        services.AddDashboard();
        services.AddApplicantList();
        services.AddApplicantExport();
        services.AddApplications();
        services.AddContacts();
        services.AddMerging();
        services.AddErasure();
        services.AddPaperApplications();
        services.AddReviews();
        services.AddCriteria();
        services.AddDecisions();
        services.AddStatus();
        services.AddAdmissions();
        services.AddPayments();
        services.AddAdminMail();
        services.AddAdminInquiries();
        services.AddCohorts();
        services.AddPublications();
        services.AddCurriculum();
        services.AddQuestions();
        services.AddAdminBriefings();
        services.AddCohortCopies();
        services.AddSettings();
        services.AddAdminContent();
        services.AddAdminPictures();
        services.AddTemplates();
        services.AddThemes();
        services.AddAudit();
        services.AddSamples();
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, cookie => cookie.Events.OnRedirectToLogin = RetainedForm.AskForSignInAsync);
    }
}
