namespace Shiojiri.CxoLab.Web.Features.Apply;

/// <summary>When a form was opened, on the programme's clock, and the key its application will have.</summary>
internal sealed record FormTicket(string Key, DateTime OpenedUtc)
{
    /// <summary>It travels inside the page under this purpose.</summary>
    public const string Purpose = "ApplyForm.Ticket.v1";

    public static FormTicket Draw(DateTime openedUtc) => new(RandomToken.Draw(), openedUtc);
}
