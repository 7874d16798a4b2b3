namespace Shiojiri.CxoLab.Pictures;

/// <summary>How far a picture has come (画像の状態).</summary>
public enum PictureState
{
    /// <summary>受け取り中</summary>
    Arriving,

    /// <summary>変換待ち</summary>
    Waiting,

    /// <summary>使えます</summary>
    Ready,

    /// <summary>使えません</summary>
    Failed,
}

/// <summary>By what right the site shows a picture (使う許し).</summary>
public enum PicturePermission
{
    /// <summary>職員が撮った</summary>
    Own,

    /// <summary>撮った人から許しを得た</summary>
    Granted,

    /// <summary>条件を守れば使えるものとして公開されている</summary>
    Licensed,
}

public static class PictureStateLabel
{
    /// <summary>変換しています, 使えます …</summary>
    public static string Label(this PictureState state) => state switch
    {
        PictureState.Arriving => "受け取っています",
        PictureState.Waiting => "変換しています",
        PictureState.Ready => "使えます",
        PictureState.Failed => "使えません",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>職員が撮った …</summary>
    public static string Label(this PicturePermission permission) => permission switch
    {
        PicturePermission.Own => "職員が撮った",
        PicturePermission.Granted => "撮った人から許しを得た",
        PicturePermission.Licensed => "条件を守れば使えるものとして公開されている",
        _ => throw new ArgumentOutOfRangeException(nameof(permission), permission, null),
    };
}
