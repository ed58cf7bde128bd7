using System.Globalization;
using GraphQL.Types;
using GraphQLParser.AST;

namespace CityKnowledge.Cms.Web.GraphQl.Building;

/// <summary>A time of day, written <c>13:05:00</c>.</summary>
internal sealed class TimeScalar : ScalarGraphType
{
    public TimeScalar() => Name = "TimeSpan";

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLNullValue => null,
        GraphQLStringValue text => Parse(text.Value.Span) ?? ThrowLiteralConversionError(value),
        _ => ThrowLiteralConversionError(value),
    };

    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        string text => Parse(text) ?? ThrowValueConversionError(value),
        _ => ThrowValueConversionError(value),
    };

    public override object? Serialize(object? value) =>
        value is TimeSpan time ? time.ToString("c", CultureInfo.InvariantCulture) : null;

    private static object? Parse(ReadOnlySpan<char> text) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : null;
}
