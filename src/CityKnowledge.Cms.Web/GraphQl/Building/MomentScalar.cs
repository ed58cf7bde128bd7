using System.Globalization;
using GraphQL.Types;
using GraphQLParser.AST;

namespace CityKnowledge.Cms.Web.GraphQl.Building;

/// <summary>A day or a moment in ISO 8601, in UTC. A filter may give either for either.</summary>
internal sealed class MomentScalar : ScalarGraphType
{
    private static readonly string[] Readable = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];
    private readonly string format;

    private MomentScalar(string name, string format) => (Name, this.format) = (name, format);

    public static MomentScalar Day() => new("Date", "yyyy-MM-dd");

    public static MomentScalar Moment() => new("DateTime", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK");

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
        value is DateTime moment ? moment.ToString(format, CultureInfo.InvariantCulture) : null;

    private static object? Parse(ReadOnlySpan<char> text) =>
        DateTime.TryParseExact(text, Readable, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : null;
}
