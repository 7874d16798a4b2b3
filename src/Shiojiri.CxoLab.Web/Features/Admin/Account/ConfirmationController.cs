using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Account;

/// <summary>
/// Where the question for the password leads when a page was only to be read: on to that page. No <see cref="AdminController"/>,
/// since the page that sets up a second factor asks too, and nobody there has one yet.
/// </summary>
[Authorize(Policy = PermissionPolicies.SignedIn)]
internal sealed class ConfirmationController : SignInAreaController
{
    [HttpPost("/admin/confirmation")]
    [RequiresReauthentication]
    public IActionResult Confirm(string? from) => Redirect(ReturnAddress.Of(from));
}
