using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Web.Data.Configurations;

internal sealed class StaffAccountConfiguration : IEntityTypeConfiguration<StaffAccount>, IEntityTypeConfiguration<StaffSession>
{
    public void Configure(EntityTypeBuilder<StaffAccount> builder)
    {
        builder.ToTable("StaffAccounts");
        builder.Property(a => a.UserName).HasMaxLength(StaffAccount.MaxEmail);
        builder.Property(a => a.NormalizedUserName).HasMaxLength(StaffAccount.MaxEmail);
        builder.Property(a => a.Email).HasMaxLength(StaffAccount.MaxEmail);
        builder.Property(a => a.NormalizedEmail).HasMaxLength(StaffAccount.MaxEmail);
        builder.Property(a => a.DisplayName).HasMaxLength(Actor.MaxName);
        builder.Property(a => a.PasswordHash).HasMaxLength(400);
        builder.Property(a => a.SecurityStamp).HasMaxLength(64);
        builder.Property(a => a.ConcurrencyStamp).HasMaxLength(64).IsConcurrencyToken();
        builder.Ignore(a => a.PhoneNumber);
        builder.Ignore(a => a.PhoneNumberConfirmed);
        builder.Ignore(a => a.Actor);
        builder.Ignore(a => a.IsSecondFactorSet);
        builder.Property(a => a.LockoutEnd).HasConversion<DateTime?>(end => end == null ? null : end.Value.UtcDateTime, stored => stored == null ? null : new DateTimeOffset(DateTime.SpecifyKind(stored.Value, DateTimeKind.Utc)));
        builder.HasIndex(a => a.NormalizedUserName).IsUnique();
        builder.HasIndex(a => a.NormalizedEmail).IsUnique();
        builder.HasOne<Cohort>().WithMany().HasForeignKey(a => a.CohortId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<StaffSession> builder)
    {
        builder.ToTable("StaffSessions");
        builder.Property(s => s.KeyHash).HasMaxLength(AuditEntry.HashLength);
        builder.Property(s => s.Stamp).HasMaxLength(64);
        builder.Property(s => s.Device).HasMaxLength(200);
        builder.HasIndex(s => s.KeyHash).IsUnique();
        builder.HasOne<StaffAccount>().WithMany().HasForeignKey(s => s.AccountId);
    }
}
