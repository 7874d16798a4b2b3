namespace Shiojiri.CxoLab.Web.Features.Shared.Guarding;

/// <summary>When a form was opened, on the programme's clock, and the key that what comes of it will have.</summary>
internal sealed record FormTicket(string Key, DateTime OpenedUtc)
{
    public static FormTicket Draw(DateTime openedUtc) => new(RandomToken.Draw(), openedUtc);
}
