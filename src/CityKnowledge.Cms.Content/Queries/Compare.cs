using System.Linq.Expressions;
using CityKnowledge.Cms.Storage;

namespace CityKnowledge.Cms.Content.Queries;

/// <summary>Comparisons as expressions. Values are captured, so they become SQL parameters and the statement is reused.</summary>
internal static class Compare
{
    private const string LastCharacter = "\U0010FFFF";

    /// <param name="fold">Whether the column holds folded text.</param>
    /// <param name="ordinal">Whether the column sorts by code points, so that its index finds what starts with a text.</param>
    public static Expression<Func<string?, bool>> Texts(Comparison comparison, IReadOnlyList<object?> values, bool fold = true, bool ordinal = false)
    {
        var texts = values.Select(value => fold ? Folding.Fold(value as string) : value as string).ToArray();
        var text = texts.FirstOrDefault();
        if (text is null && comparison is not (Comparison.In or Comparison.NotIn)) return Empty(comparison);
        return comparison switch
        {
            Comparison.Equal => value => value == text,
            Comparison.NotEqual => value => value == null || value != text,
            Comparison.In => value => texts.Contains(value),
            Comparison.NotIn => value => value == null || !texts.Contains(value),
            Comparison.Contains => value => value != null && value.Contains(text!),
            Comparison.NotContains => value => value == null || !value.Contains(text!),
            Comparison.StartsWith when ordinal => Between(text!, text + LastCharacter),
            Comparison.StartsWith => value => value != null && value.StartsWith(text!),
            Comparison.NotStartsWith => value => value == null || !value.StartsWith(text!),
            Comparison.EndsWith => value => value != null && value.EndsWith(text!),
            Comparison.NotEndsWith => value => value == null || !value.EndsWith(text!),
            _ => throw new ArgumentException($"Text cannot be compared with {comparison}.", nameof(comparison)),
        };
    }

    public static Expression<Func<TValue?, bool>> Values<TValue>(Comparison comparison, IReadOnlyList<object?> values)
        where TValue : struct, IComparable<TValue>
    {
        var all = values.Select(value => (TValue?)value).ToArray();
        var one = all.FirstOrDefault();
        if (one is null && comparison is Comparison.Equal) return value => value == null;
        if (one is null && comparison is Comparison.NotEqual) return value => value != null;
        return comparison switch
        {
            Comparison.In => value => all.Contains(value),
            Comparison.NotIn => value => value == null || !all.Contains(value),
            Comparison.NotEqual => Either(value => value == null, Operate<TValue>(ExpressionType.NotEqual, one)),
            _ => Operate<TValue>(Operation(comparison), one),
        };
    }

#pragma warning disable CA1309 // EF Core translates Compare, not CompareOrdinal; the column's collation is ordinal anyway.
    private static Expression<Func<string?, bool>> Between(string first, string last) =>
        value => string.Compare(value, first) >= 0 && string.Compare(value, last) < 0;
#pragma warning restore CA1309

    private static ExpressionType Operation(Comparison comparison) => comparison switch
    {
        Comparison.Equal => ExpressionType.Equal,
        Comparison.Greater => ExpressionType.GreaterThan,
        Comparison.GreaterOrEqual => ExpressionType.GreaterThanOrEqual,
        Comparison.Less => ExpressionType.LessThan,
        Comparison.LessOrEqual => ExpressionType.LessThanOrEqual,
        _ => throw new ArgumentException($"This value cannot be compared with {comparison}.", nameof(comparison)),
    };

    private static Expression<Func<string?, bool>> Empty(Comparison comparison) => comparison switch
    {
        Comparison.Equal => value => value == null,
        Comparison.NotEqual => value => value != null,
        _ => _ => true,
    };

    // "<" on a generic nullable is no C#; the node is built by hand, with the value still captured.
    private static Expression<Func<TValue?, bool>> Operate<TValue>(ExpressionType operation, TValue? operand)
        where TValue : struct
    {
        Expression<Func<TValue?>> captured = () => operand;
        var value = Expression.Parameter(typeof(TValue?), "value");
        return Expression.Lambda<Func<TValue?, bool>>(Expression.MakeBinary(operation, value, captured.Body), value);
    }

    private static Expression<Func<TValue?, bool>> Either<TValue>(
        Expression<Func<TValue?, bool>> first, Expression<Func<TValue?, bool>> second)
        where TValue : struct
    {
        var joined = Expression.OrElse(Expression.Invoke(first, second.Parameters[0]), second.Body);
        return Expression.Lambda<Func<TValue?, bool>>(joined, second.Parameters[0]);
    }
}
