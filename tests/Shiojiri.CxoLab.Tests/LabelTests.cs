using System.Reflection;
using Shiojiri.CxoLab.Applications;

namespace Shiojiri.CxoLab.Tests;

/// <summary>Every enum of the rules that people read has one label a member, beside the enum.</summary>
public sealed class LabelTests
{
    public static TheoryData<string> Labelled() => [.. Labels().Keys.Select(e => e.Name).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Labelled))]
    public void Every_member_has_a_label_of_its_own(string name)
    {
        var (kind, label) = Labels().Single(l => l.Key.Name == name);

        var labels = Enum.GetValues(kind).Cast<object>().Select(member => (string)label.Invoke(null, [member])!).ToList();

        Assert.All(labels, text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.Equal(labels.Distinct(), labels);
    }

    [Theory]
    [MemberData(nameof(Labelled))]
    public void A_value_that_is_no_member_has_none(string name)
    {
        var (kind, label) = Labels().Single(l => l.Key.Name == name);

        var thrown = Assert.Throws<TargetInvocationException>(() => label.Invoke(null, [Enum.ToObject(kind, 999)]));

        Assert.IsType<ArgumentOutOfRangeException>(thrown.InnerException);
    }

    [Fact]
    public void What_people_read_has_labels() =>
        Assert.Superset(new HashSet<string>(["ApplicationStatus", "AttendanceAnswer", "AuditAction", "Channel", "HeardFrom", "LedgerEntryKind", "MailKind", "MailState",
            "PaymentStatus", "PaymentWay", "Permission", "Place", "RecruitmentState", "Role"]), Labels().Keys.Select(e => e.Name).ToHashSet());

    private static Dictionary<Type, MethodInfo> Labels() => typeof(Channel).Assembly.GetExportedTypes()
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static))
        .Where(m => m.Name == "Label" && m.GetParameters() is [{ ParameterType.IsEnum: true }])
        .ToDictionary(m => m.GetParameters()[0].ParameterType);
}
