using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Web.Data;

internal sealed class YenConverter() : ValueConverter<Yen, int>(yen => yen.Amount, amount => new Yen(amount));

/// <summary>The stored code of an action; one that no release of ours wrote is read as undefined, so that the log can still be walked and shown.</summary>
internal sealed class AuditActionConverter() : ValueConverter<AuditAction, string>(action => action.Code(), code => AuditActions.Of(code));

/// <summary>Terms as they were shown, as a revision of settings keeps them.</summary>
internal sealed class FeeValuesConverter() : ValueConverter<FeeValues, string>(
    terms => SettingRevision.Text(terms), stored => SettingRevision.Read<FeeValues>(stored)!);

/// <summary>Neither engine keeps the kind of a DateTime; all of ours are UTC.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    utc => utc, stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
