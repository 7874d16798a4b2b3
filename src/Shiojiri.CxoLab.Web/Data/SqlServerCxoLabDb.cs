using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Web.Hosting.Keys;

namespace Shiojiri.CxoLab.Web.Data;

internal sealed class SqlServerCxoLabDb(DbContextOptions<SqlServerCxoLabDb> options, SiteKeys keys) : CxoLabDb(options, keys)
{
    // Keys are told apart letter by letter, as SQLite does by itself; SQL Server's usual collation would fold their case.
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        const string LetterByLetter = "Latin1_General_100_BIN2";
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Application>(application =>
        {
            application.Property(a => a.Key).UseCollation(LetterByLetter);
            application.Property(a => a.Number).UseCollation(LetterByLetter);
            application.Property(a => a.ActiveEmail).UseCollation(LetterByLetter);
            application.Property(a => a.NormalizedEmail).UseCollation(LetterByLetter);
            application.Property(a => a.SearchText).UseCollation(LetterByLetter);
        });
        modelBuilder.Entity<RepeatSubmission>().Property(r => r.Key).UseCollation(LetterByLetter);
        modelBuilder.Entity<ApplicationNote>().Property(n => n.Key).UseCollation(LetterByLetter);
        modelBuilder.Entity<LedgerEntry>().Property(e => e.Key).UseCollation(LetterByLetter);
        modelBuilder.Entity<Tag>().Property(t => t.Name).UseCollation(LetterByLetter);
        modelBuilder.Entity<PendingSignIn>().Property(p => p.TokenHash).UseCollation(LetterByLetter);
        modelBuilder.Entity<OutgoingMail>().Property(m => m.Occasion).UseCollation(LetterByLetter);
    }
}
