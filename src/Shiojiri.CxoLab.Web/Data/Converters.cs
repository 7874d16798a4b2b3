using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Shiojiri.CxoLab.Web.Data;

internal sealed class YenConverter() : ValueConverter<Yen, int>(yen => yen.Amount, amount => new Yen(amount));

/// <summary>Neither engine keeps the kind of a DateTime; all of ours are UTC.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    utc => utc, stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
