namespace Shiojiri.CxoLab.Inquiries;

/// <summary>How long the texts may be, in characters as a reader counts them.</summary>
public static class InquiryLimits
{
    public const int Text = 1000;
    public const int Answer = 2000;
}
