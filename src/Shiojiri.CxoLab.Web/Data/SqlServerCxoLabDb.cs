using System.Linq.Expressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Inquiries;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Questions;
using Shiojiri.CxoLab.Reviews;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Themes;
using Shiojiri.CxoLab.Web.Data.Configurations;
using Shiojiri.CxoLab.Web.Hosting.Keys;

namespace Shiojiri.CxoLab.Web.Data;

internal sealed class SqlServerCxoLabDb(DbContextOptions<SqlServerCxoLabDb> options, SiteKeys keys) : CxoLabDb(options, keys)
{
    /// <summary>Told apart letter by letter, as the code does and as SQLite does by itself (BINARY); a server's usual collation folds case and width.</summary>
    public const string LetterByLetter = "Latin1_General_100_BIN2";

    /// <summary>Identity's own keys, whose values are constants of the code.</summary>
    private static readonly Type[] OfTheFramework = [typeof(IdentityUserToken<int>), typeof(IdentityUserLogin<int>)];

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        foreach (var property in UniqueTexts(modelBuilder.Model).Concat(ComparedTexts(modelBuilder)))
        {
            property.SetCollation(LetterByLetter);
        }

        // A search looks into every text: it reads them here and not among the motives. A key of an index takes 1700 bytes, so they lie beside it.
        modelBuilder.Entity<Application>().HasIndex(a => new { a.CohortId, a.MergedIntoId }).IncludeProperties(a => a.SearchText)
            .HasFilter(ApplicationConfiguration.Counting);

        // Credential ids may have 1023 bytes; a clustered key takes 900, another one 1700.
        modelBuilder.Entity<IdentityUserPasskey<int>>().HasKey(p => p.CredentialId).IsClustered(false);
    }

    /// <summary>What queries compare, search or put in order, though it is not unique. Where a query uses another text so, the test that asks it fails.</summary>
    private static IEnumerable<IMutableProperty> ComparedTexts(ModelBuilder model) =>
    [
        .. Of<Application>(model, a => a.NormalizedEmail, a => a.SearchText, a => a.KanaSortKey, a => a.PersonKey, a => a.PhoneKey, a => a.Residence),
        .. Of<AccessEntry>(model, e => e.ActorName, e => e.Subject),
        .. Of<AuditEntry>(model, e => e.ActorName, e => e.Subject),
        .. Of<ContentRevision>(model, r => r.Fields),
        .. Of<FirstStartLink>(model, l => l.KeyHash),
        .. Of<Inquiry>(model, i => i.Name, i => i.Email, i => i.Text),
        .. Of<OutgoingMail>(model, m => m.Recipient),
        .. Of<QuestionAnswer>(model, a => a.ChoiceKey),
        .. Of<Review>(model, r => r.ReviewerName),
        .. Of<StaffAccount>(model, a => a.DisplayName, a => a.Email, a => a.SecurityStamp),
        .. Of<StaffSession>(model, s => s.Stamp),
        .. Of<Tag>(model, t => t.Name),
        .. Of<Theme>(model, t => t.Words),
        .. Of<IdentityUserToken<int>>(model, t => t.Value),
    ];

    private static IEnumerable<IMutableProperty> Of<T>(ModelBuilder model, params Expression<Func<T, string?>>[] texts)
        where T : class => texts.Select(text => model.Entity<T>().Property(text).Metadata);

    private static IEnumerable<IMutableProperty> UniqueTexts(IMutableModel model) => model.GetEntityTypes()
        .Where(entity => !OfTheFramework.Contains(entity.ClrType))
        .SelectMany(entity => entity.GetIndexes().Where(index => index.IsUnique).SelectMany(index => index.Properties)
            .Concat(entity.GetKeys().SelectMany(key => key.Properties)))
        .Where(property => property.ClrType == typeof(string))
        .Distinct();
}
