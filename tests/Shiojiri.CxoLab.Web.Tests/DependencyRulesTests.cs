using System.Runtime.CompilerServices;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Tests;

/// <summary>More than five dependencies say that a class has two jobs.</summary>
public sealed class DependencyRulesTests
{
    [Fact]
    public void No_class_of_the_site_asks_for_more_than_five_others()
    {
        var asking = typeof(DataFolder).Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.GetMethod("<Clone>$") is null && !t.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false))
            .SelectMany(t => t.GetConstructors(), (type, constructor) => (type.Name, Others: constructor.GetParameters().Count(p => IsAnother(p.ParameterType))))
            .ToList();

        Assert.Contains(asking, a => a.Others == 5);
        Assert.DoesNotContain(asking, a => a.Others > 5);
    }

    // What is handed over as a value is no dependency.
    private static bool IsAnother(Type type) => !type.IsValueType && type != typeof(string) && !type.IsArray;
}
