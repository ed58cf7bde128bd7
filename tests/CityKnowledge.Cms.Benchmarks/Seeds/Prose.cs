using System.Text;

namespace CityKnowledge.Cms.Benchmarks.Seeds;

/// <summary>Makes sentences such as practices have, always the same for the same random numbers.</summary>
internal sealed class Prose(Random random)
{
    private static readonly string[] Subjects =
    [
        "protected cycle lanes", "bus rapid transit", "stormwater gardens", "district cooling", "household waste sorting", "shared kitchens",
        "rooftop solar panels", "early warning sirens", "neighbourhood clinics", "market renovation", "school streets", "riverbank parks",
        "affordable rental homes", "building retrofits", "mangrove belts", "open procurement", "participatory budgets", "cool roofs",
        "night buses", "composting yards", "leak detection", "street lighting", "tree nurseries", "repair centres", "land readjustment",
    ];

    private static readonly string[] Actors =
    [
        "the transport department", "residents of the old quarter", "the city council", "a network of street vendors", "the water utility", "two universities",
        "the planning office", "youth groups", "the housing agency", "a regional development bank", "ward committees", "the mayor's resilience team",
    ];

    private static readonly string[] Deeds =
    [
        "measured demand on foot", "agreed on a shared map", "tested a cheap first version", "published the contract", "trained forty local crews", "moved the budget to the wards",
        "kept the old route open", "paid for upkeep in advance", "opened the data every month", "asked tenants before drawing plans", "set a fixed tariff", "counted again after a year",
    ];

    private static readonly string[] Results =
    [
        "travel time fell by a fifth", "flooded streets became rare", "complaints halved", "energy use went down by twelve percent", "more women used the service", "costs stayed within the estimate",
        "the waiting list became shorter", "air quality improved near schools", "small shops kept their customers", "less waste reached the landfill",
    ];

    private static readonly string[] Turns =
    [
        "In the first year {0} {1}, and {2}.",
        "Because {0} {1} early, {2} in {3}.",
        "{3} began with {4}: {0} {1}.",
        "Not everything worked; still, {2} after {0} {1}.",
        "With {4} in place, {2}.",
        "Neighbours of {3} first objected, then {0} {1}.",
    ];

    public string Subject() => Pick(Subjects);

    /// <summary>Some sentences about a city.</summary>
    public string Paragraph(string city, int sentences)
    {
        var text = new StringBuilder();
        for (var i = 0; i < sentences; i++)
        {
            if (i > 0) text.Append(' ');
            var sentence = string.Format(null, Pick(Turns), Pick(Actors), Pick(Deeds), Pick(Results), city, Pick(Subjects));
            text.Append(char.ToUpperInvariant(sentence[0])).Append(sentence, 1, sentence.Length - 1);
        }

        return text.ToString();
    }

    /// <summary>A short point, as in a list of lessons.</summary>
    public string Point() => $"{Pick(Actors)} {Pick(Deeds)}";

    /// <summary>A word that many items contain, for searches.</summary>
    public static IEnumerable<string> SearchWords() => Subjects.SelectMany(subject => subject.Split(' ')).Distinct(StringComparer.Ordinal);

    public TItem Pick<TItem>(IReadOnlyList<TItem> from) => from[random.Next(from.Count)];
}
