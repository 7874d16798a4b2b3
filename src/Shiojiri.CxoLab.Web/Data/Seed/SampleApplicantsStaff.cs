using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Web.Data.Seed;

/// <summary>Made-up colleagues (見本の職員). Their accounts have no password and are closed: nobody can sign in as them.</summary>
internal sealed class SampleApplicantsStaff
{
    private static readonly (string Email, string Name, Role Role)[] People =
    [
        ("reviewer1@sample.example.jp", "見本の審査員 その1", Role.Reviewer), ("reviewer2@sample.example.jp", "見本の審査員 その2", Role.Reviewer),
        ("reviewer3@sample.example.jp", "見本の審査員 その3", Role.Reviewer), ("treasurer@sample.example.jp", "見本の会計", Role.Treasurer),
    ];

    private readonly IReadOnlyList<StaffAccount> _accounts;

    private SampleApplicantsStaff(IReadOnlyList<StaffAccount> accounts)
    {
        _accounts = accounts;
    }

    public IReadOnlyList<StaffAccount> Reviewers => [.. _accounts.Where(a => a.Role == Role.Reviewer)];

    public StaffAccount Treasurer => _accounts.Single(a => a.Role == Role.Treasurer);

    public StaffAccount Reviewer(int number) => Reviewers[number % Reviewers.Count];

    /// <summary>Adds those who are not there yet; the caller saves.</summary>
    public static async Task<SampleApplicantsStaff> AddAsync(CxoLabDb db, DateTime realUtc, CancellationToken ct)
    {
        var names = People.Select(p => p.Email.ToUpperInvariant()).ToList();
        var known = await db.StaffAccounts.Where(a => names.Contains(a.NormalizedUserName!)).ToListAsync(ct);
        var missing = People.Where(p => known.All(a => a.Email != p.Email)).Select(p => Closed(p.Email, p.Name, p.Role, realUtc)).ToList();
        db.AddRange(missing);
        return new SampleApplicantsStaff([.. known.Concat(missing).OrderBy(a => a.Email, StringComparer.Ordinal)]);
    }

    private static StaffAccount Closed(string email, string name, Role role, DateTime realUtc) => new()
    {
        UserName = email,
        NormalizedUserName = email.ToUpperInvariant(),
        Email = email,
        NormalizedEmail = email.ToUpperInvariant(),
        DisplayName = name,
        Role = role,
        SecurityStamp = Guid.NewGuid().ToString("N"),
        LockoutEnabled = true,
        CreatedUtc = realUtc,
        DisabledUtc = realUtc,
    };
}
