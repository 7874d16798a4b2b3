using System.Buffers.Binary;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Staff;

public sealed class PasswordHashTests
{
    // The sites of tests hash quickly; here what they lay over the site's own setting is taken off again.
    [Fact]
    public async Task A_password_is_hashed_slowly_enough_to_make_guessing_dear()
    {
        using var site = await Site.StartAsync(services: services => services.Remove(services.Last(s => s.ServiceType == typeof(IConfigureOptions<PasswordHasherOptions>))));
        using var scope = site.Services.CreateScope();

        var hash = Convert.FromBase64String(scope.ServiceProvider.GetRequiredService<IPasswordHasher<StaffAccount>>().HashPassword(new StaffAccount(), SignedInStaff.Password));

        // Identity's third format: a byte for the format, then the function (2 is HMAC-SHA512) and the rounds, big-endian.
        Assert.Equal((1, 2u, 210_000u), (hash[0], BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1)), BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5))));
    }
}
