using System.Runtime.CompilerServices;

namespace Shiojiri.CxoLab.Tests.Testing;

/// <summary>Texts that somebody has read and found good. With CXOLAB_APPROVE=1 they are written anew, to be reviewed as a difference.</summary>
internal static class Approved
{
    public static void Check(string name, string written, [CallerFilePath] string file = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(file)!, "Approved", $"{name}.txt");
        if (Environment.GetEnvironmentVariable("CXOLAB_APPROVE") == "1")
        {
            File.WriteAllText(path, written);
        }

        Assert.Equal(File.ReadAllText(path), written);
    }
}
