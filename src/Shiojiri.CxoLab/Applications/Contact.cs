namespace Shiojiri.CxoLab.Applications;

/// <summary>How a person is called and reached (連絡先): what staff may correct.</summary>
public sealed record Contact(string Name, string Kana, string? Email, string? Phone, string Residence);
