using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Shiojiri.CxoLab.Applications;
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
        foreach (var property in UniqueTexts(modelBuilder.Model))
        {
            property.SetCollation(LetterByLetter);
        }

        // Searched and put in order by, though not unique.
        modelBuilder.Entity<Application>().Property(a => a.NormalizedEmail).UseCollation(LetterByLetter);
        modelBuilder.Entity<Application>().Property(a => a.SearchText).UseCollation(LetterByLetter);
        modelBuilder.Entity<Application>().Property(a => a.KanaSortKey).UseCollation(LetterByLetter);

        // Credential ids may have 1023 bytes; a clustered key takes 900, another one 1700.
        modelBuilder.Entity<IdentityUserPasskey<int>>().HasKey(p => p.CredentialId).IsClustered(false);
    }

    private static IEnumerable<IMutableProperty> UniqueTexts(IMutableModel model) => model.GetEntityTypes()
        .Where(entity => !OfTheFramework.Contains(entity.ClrType))
        .SelectMany(entity => entity.GetIndexes().Where(index => index.IsUnique).SelectMany(index => index.Properties)
            .Concat(entity.GetKeys().SelectMany(key => key.Properties)))
        .Where(property => property.ClrType == typeof(string))
        .Distinct();
}
