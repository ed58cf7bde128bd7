using CityKnowledge.Cms.Web.Settings;

namespace CityKnowledge.Cms.Web.GraphQl;

/// <summary>What happens when a query asks for more results than allowed.</summary>
internal enum TooManyResults
{
    /// <summary>An error in Development; elsewhere fewer results are given.</summary>
    Default,
    /// <summary>Always an error.</summary>
    Enabled,
    /// <summary>Always fewer results.</summary>
    Disabled,
}

/// <summary>Limits of the GraphQL door. What is refused is refused before any work is done.</summary>
internal sealed record GraphQlSettings
{
    private const string Section = "OrchardCore:OrchardCore_Apis_GraphQL";

    /// <summary>How deep fields may be nested.</summary>
    public int MaxDepth { get; init; } = 20;

    /// <summary>How many selections a query may have, with its fragments written out.</summary>
    public int MaxFields { get; init; } = 500;

    /// <summary>How many values a query may ask for, counted from its <c>first</c> arguments.</summary>
    public int MaxComplexity { get; init; } = 500_000;

    /// <summary>How many characters a query may have; variables do not count.</summary>
    public int MaxQueryLength { get; init; } = 100_000;

    /// <summary>How many comparisons one <c>where</c> may have.</summary>
    public int MaxConditions { get; init; } = 100;
    public int DefaultNumberOfResults { get; init; } = 100;
    public int MaxNumberOfResults { get; init; } = 1000;
    public bool RefusesTooMany { get; init; }
    public bool ExposeExceptions { get; init; }

    /// <summary>How many bytes a request may have.</summary>
    public static int MaxRequestBytes => 1_000_000;

    public static GraphQlSettings Read(SettingReader settings, bool development)
    {
        settings.CheckKeys(
            Section, "MaxDepth", "MaxFields", "MaxComplexity", "MaxQueryLength", "MaxConditions", "DefaultNumberOfResults", "MaxNumberOfResults",
            "MaxNumberOfResultsValidationMode", "ExposeExceptions");
        var mode = settings.Choice($"{Section}:MaxNumberOfResultsValidationMode", TooManyResults.Default);
        return new GraphQlSettings
        {
            MaxDepth = settings.Number($"{Section}:MaxDepth", 20, 1, 100),
            MaxFields = settings.Number($"{Section}:MaxFields", 500, 1, 10_000),
            MaxComplexity = settings.Number($"{Section}:MaxComplexity", 500_000, 1, int.MaxValue),
            MaxQueryLength = settings.Number($"{Section}:MaxQueryLength", 100_000, 1, MaxRequestBytes),
            MaxConditions = settings.Number($"{Section}:MaxConditions", 100, 1, 500),
            DefaultNumberOfResults = settings.Number($"{Section}:DefaultNumberOfResults", 100, 1, 100_000),
            MaxNumberOfResults = settings.Number($"{Section}:MaxNumberOfResults", 1000, 1, 100_000),
            RefusesTooMany = mode == TooManyResults.Enabled || (mode == TooManyResults.Default && development),
            ExposeExceptions = settings.Flag($"{Section}:ExposeExceptions", development),
        };
    }
}
