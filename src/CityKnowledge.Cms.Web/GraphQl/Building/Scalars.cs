using System.Text.Json;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using GraphQL.Types;

namespace CityKnowledge.Cms.Web.GraphQl.Building;

/// <summary>The scalars of one schema, and how single values are read from JSON.</summary>
internal sealed class Scalars
{
    public ScalarGraphType Text { get; } = new StringGraphType();
    public ScalarGraphType Id { get; } = new IdGraphType();
    public ScalarGraphType Whole { get; } = new IntGraphType();
    public ScalarGraphType Number { get; } = new DecimalGraphType();
    public ScalarGraphType Flag { get; } = new BooleanGraphType();
    public ScalarGraphType Day { get; } = MomentScalar.Day();
    public ScalarGraphType Moment { get; } = MomentScalar.Moment();
    public ScalarGraphType Time { get; } = new TimeScalar();

    public ScalarGraphType Of(MemberKind kind) => kind switch
    {
        MemberKind.Number => Number,
        MemberKind.Flag => Flag,
        MemberKind.Date => Day,
        MemberKind.Moment => Moment,
        MemberKind.Time => Time,
        _ => Text,
    };

    public static object? Read(MemberKind kind, JsonElement json) => kind switch
    {
        MemberKind.Number => json.AsNumber(),
        MemberKind.Flag => json.AsFlag(),
        MemberKind.Date or MemberKind.Moment => json.AsMoment(),
        MemberKind.Time => json.AsTime(),
        _ => json.AsText(),
    };
}
