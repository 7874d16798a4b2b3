using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Pictures;

/// <summary>
/// A picture of the site (画像): what it shows, who took it, by what permission, and how far its conversion has come. What visitors get is
/// made anew from the pixels; what was sent is taken away as soon as that is done, since it may tell where it was taken.
/// </summary>
public sealed class Picture
{
    public const int MaxDescription = 120;
    public const int MaxCredit = 80;
    public const int MaxNote = 300;

    /// <summary>Conversions that may break off with the whole site before a picture is given up.</summary>
    public const int MostAttempts = 3;

    private Picture()
    {
    }

    /// <param name="reading">Without a fault.</param>
    public Picture(PictureDetails details, PictureReading reading, Actor by, DateTime nowUtc)
    {
        Key = RandomToken.Draw();
        (Width, Height) = (reading.Width, reading.Height);
        HasOriginal = true;
        AddedBy = by.Name;
        AddedUtc = nowUtc;
        Take(details);
    }

    /// <summary>A picture that another site has made ready; its files lie in the store.</summary>
    public static Picture Carried(string key, PictureDetails details, int width, int height, Actor by, DateTime nowUtc)
    {
        var picture = new Picture { Key = key, AddedBy = by.Name, AddedUtc = nowUtc };
        picture.Take(details);
        picture.Finish(width, height);
        return picture;
    }

    public int Id { get; private set; }

    /// <summary>What its addresses call it: 128 random bits, to be found only where the picture is shown.</summary>
    public string Key { get; private set; } = "";

    /// <summary>What it shows, for whoever does not see it (説明).</summary>
    public string Description { get; private set; } = "";

    /// <summary>Who took it, or where it comes from (撮った人).</summary>
    public string Credit { get; private set; } = "";

    /// <summary>Whether that stands below the picture.</summary>
    public bool ShowsCredit { get; private set; }

    public PicturePermission Permission { get; private set; }

    /// <summary>When and how it was permitted; null when there is nothing to say.</summary>
    public string? PermissionNote { get; private set; }

    /// <summary>Pixels; upright once it is ready.</summary>
    public int Width { get; private set; }

    public int Height { get; private set; }

    public PictureState State { get; private set; }

    /// <summary>Why it failed.</summary>
    public PictureFault? Fault { get; private set; }

    /// <summary>Conversions begun.</summary>
    public int Attempts { get; private set; }

    /// <summary>Whether what was sent may still lie in the store.</summary>
    public bool HasOriginal { get; private set; }

    public string AddedBy { get; private set; } = "";

    /// <summary>Real time.</summary>
    public DateTime AddedUtc { get; private set; }

    /// <summary>New with every change of its details, so that of two who change them at one moment one is told.</summary>
    public Guid Version { get; private set; } = Guid.NewGuid();

    public PictureDetails Details => new(Description, Credit, ShowsCredit, Permission, PermissionNote);

    public void Change(PictureDetails details)
    {
        Take(details);
        Version = Guid.NewGuid();
    }

    /// <summary>It lies in the store as a whole and may be converted.</summary>
    public void Arrive() => State = PictureState.Waiting;

    /// <summary>A conversion begins; false when too many before it never came to an end: the picture has failed then.</summary>
    public bool Begin()
    {
        if (Attempts >= MostAttempts)
        {
            Fail(PictureFault.GivenUp);
            return false;
        }

        Attempts++;
        return true;
    }

    /// <summary>All of its files are there.</summary>
    public void Finish(int width, int height)
    {
        (Width, Height) = (width, height);
        State = PictureState.Ready;
    }

    public void Fail(PictureFault fault)
    {
        State = PictureState.Failed;
        Fault = fault;
    }

    public void ForgetOriginal() => HasOriginal = false;

    private void Take(PictureDetails details) =>
        (Description, Credit, ShowsCredit, Permission, PermissionNote) = (details.Description, details.Credit, details.ShowsCredit, details.Permission, details.PermissionNote);
}

/// <summary>What staff say of a picture.</summary>
public sealed record PictureDetails(string Description, string Credit, bool ShowsCredit, PicturePermission Permission, string? PermissionNote);
