using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Pictures;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Pictures;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Pictures;

/// <summary>
/// The files of pictures. Everybody may have those of a picture that stands somewhere on the site; before that it is there for those who
/// write the site, and for nobody else there is no such address.
/// </summary>
[WithoutRecruitmentStatus]
internal sealed class PicturesController(PictureCatalogue pictures, PictureUses uses, IPictureStore store, IAuthorizationService authorization) : Controller
{
    /// <summary>What lies under an address never changes: another picture has another key.</summary>
    private const string ForAll = "public, max-age=31536000, immutable";

    [HttpGet("/pictures/{key}/{name}")]
    public async Task<IActionResult> Show(string key, string name, CancellationToken ct)
    {
        if (pictures.Find(key) is not { } picture || PictureFile.Of(name) is not { } file || !picture.Widths.Contains(file.Width))
        {
            return NotFound();
        }

        var isPublic = uses.IsPublic(key);
        if ((!isPublic && !await MayWriteAsync()) || await store.ReadAsync(key, file.Name, ct) is not { } bytes)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = isPublic ? ForAll : "private, no-store";
        return File(bytes, file.ContentType);
    }

    private async Task<bool> MayWriteAsync() =>
        (await authorization.AuthorizeAsync(User, PermissionPolicies.Staff)).Succeeded && (await authorization.AuthorizeAsync(User, Permission.EditContent.ToString())).Succeeded;
}
