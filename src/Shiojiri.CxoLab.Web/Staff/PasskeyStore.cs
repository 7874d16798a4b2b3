using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>Identity's own store of passkeys, but that it leaves saving to the caller: a passkey and its line of the audit log are one save.</summary>
internal sealed class PasskeyStore : UserOnlyStore<StaffAccount, CxoLabDb, int>
{
    public PasskeyStore(CxoLabDb db)
        : base(db) => AutoSaveChanges = false;
}
