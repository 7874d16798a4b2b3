using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace Shiojiri.CxoLab.Web.Tests.Testing.Replay;

/// <summary>
/// What a query is asked with: the values of whoever asks first, then everything filled, then everything empty. A statement looks different
/// where a value is null or a list has none.
/// </summary>
internal static class AskedValues
{
    public static IReadOnlyList<IReadOnlyDictionary<string, object?>> For(Expression query, IReadOnlyDictionary<string, object?> given)
    {
        // A query that was compiled ahead (EF.CompileAsyncQuery) has parameters and no values yet.
        var types = new Parameters().Of(query);
        return [With(Given), With(Filled), With(Empty)];

        Dictionary<string, object?> With(Func<Type, object?, bool, object?> choose) =>
            given.Keys.Concat(types.Keys).Distinct().ToDictionary(
                name => name, name => choose(types.GetValueOrDefault(name) ?? given[name]?.GetType() ?? typeof(object), given.GetValueOrDefault(name), given.ContainsKey(name)));
    }

    private static object? Given(Type type, object? value, bool known) => known ? value : Filled(type, value, known);

    private static object? Filled(Type type, object? value, bool known)
    {
        if (type == typeof(string))
        {
            return "値";
        }

        if (Element(type) is { } element)
        {
            return List(type, element, [Filled(element, null, false), Filled(element, null, false)]) ?? value;
        }

        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return value ?? (plain.IsEnum ? Enum.GetValues(plain).GetValue(0) : plain.IsValueType ? Activator.CreateInstance(plain) : null);
    }

    private static object? Empty(Type type, object? value, bool known) =>
        type == typeof(string) || Nullable.GetUnderlyingType(type) is not null ? null
        : Element(type) is { } element ? List(type, element, []) ?? value
        : Given(type, value, known);

    // What stands in for SQL written by hand comes as objects, as many as that SQL names.
    private static Type? Element(Type type) => type == typeof(byte[]) || type == typeof(object[]) ? null
        : type.GetInterfaces().Append(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    // Null when the site's kind of list is none of these.
    private static object? List(Type type, Type element, object?[] items)
    {
        var array = Array.CreateInstance(element, items.Length);
        items.CopyTo(array, 0);
        return type.IsInstanceOfType(array) ? array
            : new[] { typeof(List<>), typeof(HashSet<>) }.Select(kind => kind.MakeGenericType(element)).Where(type.IsAssignableFrom)
                .Select(kind => Activator.CreateInstance(kind, array)).FirstOrDefault();
    }

    private sealed class Parameters : ExpressionVisitor
    {
        private readonly Dictionary<string, Type> _found = [];

        public Dictionary<string, Type> Of(Expression query)
        {
            Visit(query);
            return _found;
        }

        protected override Expression VisitExtension(Expression node)
        {
            if (node is QueryParameterExpression parameter)
            {
                _found[parameter.Name] = parameter.Type;
                return node;
            }

            return base.VisitExtension(node);
        }
    }
}
