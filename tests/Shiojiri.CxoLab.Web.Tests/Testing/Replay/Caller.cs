using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Tests.Testing.Replay;

/// <summary>Who asks a query: the nearest method of the site or of a test, as Type.Method.</summary>
internal sealed record Caller(string Name, bool IsSite)
{
    private static readonly Assembly Site = typeof(CxoLabDb).Assembly;
    private static readonly Assembly Tests = typeof(Caller).Assembly;

    public static Caller Find()
    {
        foreach (var method in new StackTrace().GetFrames().Select(f => f.GetMethod()).OfType<MethodBase>())
        {
            var type = method.DeclaringType;
            if (type is null || (type.Assembly != Site && type.Assembly != Tests) || type.Namespace == typeof(Caller).Namespace)
            {
                continue;
            }

            // An asynchronous method or a lambda lies in a type of the compiler's, whose name or whose method's name holds the one that was written.
            var name = type.IsDefined(typeof(CompilerGeneratedAttribute)) && type.Name.StartsWith('<') && !type.Name.StartsWith("<>", StringComparison.Ordinal) ? type.Name : method.Name;
            while (type is { DeclaringType: { } outer } && type.Name.StartsWith('<'))
            {
                type = outer;
            }

            return new Caller($"{type!.Name}.{(name.StartsWith('<') ? name[1..name.IndexOf('>', StringComparison.Ordinal)] : name)}", type.Assembly == Site);
        }

        return new Caller("?", true);
    }
}
