using System.Text.Json;

namespace CityKnowledge.Cms.Benchmarks.Seeds;

/// <summary>A type whose form has sixty fields, of the kinds that practices have.</summary>
internal static class LongForm
{
    public const string Type = "LongForm";
    private const int Fields = 60;
    private static readonly string[] Kinds = ["TextField", "MarkdownField", "NumericField", "DateField", "BooleanField", "LinkField", "MultiTextField", "ContentPickerField", "TaxonomyField", "HtmlField"];

    /// <summary>The recipe that defines it.</summary>
    /// <param name="taxonomyId">The vocabulary of its taxonomy fields.</param>
    public static byte[] Recipe(string taxonomyId) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        name = Type,
        steps = new[]
        {
            new
            {
                name = "ContentDefinition",
                ContentTypes = new[]
                {
                    new
                    {
                        Name = Type,
                        DisplayName = "Long form",
                        Settings = new { ContentTypeSettings = new { Creatable = true, Draftable = true, Versionable = true } },
                        ContentTypePartDefinitionRecords = new[] { Part("TitlePart"), Part(Type) },
                    },
                },
                ContentParts = new[] { new { Name = Type, Settings = new { }, ContentPartFieldDefinitionRecords = Enumerable.Range(0, Fields).Select(number => Field(number, taxonomyId)) } },
            },
        },
    });

    private static object Part(string name) => new { PartName = name, Name = name, Settings = new { } };

    private static object Field(int number, string taxonomyId) => new
    {
        FieldName = Kinds[number % Kinds.Length],
        Name = "Field" + number,
        Settings = new
        {
            ContentPartFieldSettings = new { DisplayName = "Question " + number, Position = number.ToString(System.Globalization.CultureInfo.InvariantCulture) },
            TaxonomyFieldSettings = new { TaxonomyContentItemId = taxonomyId },
            ContentPickerFieldSettings = new { Multiple = true, DisplayedContentTypes = new[] { "City" } },
        },
    };
}
