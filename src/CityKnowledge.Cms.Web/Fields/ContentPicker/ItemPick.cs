using System.Text.Json;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Fields.ContentPicker;

/// <summary>A line of the list of picked items.</summary>
/// <param name="IsHidden">Whether the person may not see the item, or it is gone.</param>
internal sealed record ItemPick(string Id, string Title, bool HasPublished, bool IsHidden);

/// <summary>A type of which a person may make an item from within the picker.</summary>
/// <param name="Fields">What is asked for beside the title.</param>
internal sealed record CreatableType(string Name, string Label, IReadOnlyList<NeededField> Fields);

/// <summary>What the picker of a field shows to a person.</summary>
internal sealed record ItemPicks(IReadOnlyList<ItemPick> Picks, string Unresolved, IReadOnlyList<CreatableType> Types)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public string TypesJson => JsonSerializer.Serialize(Types, Web);

    public static async Task<ItemPicks> ListAsync(FieldInput input, ContentTypes types, PickableItems items, Creation creation)
    {
        var texts = input.Texts("ContentItemIds");
        var seen = (await items.ListAsync(input.Caller, texts)).ToDictionary(item => item.ContentItemId);
        var stored = input.Stored.Get("ContentItemIds").AsTexts().ToHashSet(StringComparer.Ordinal);
        // What is no id was typed as a title, and could not be found.
        var ids = texts.Where(text => seen.ContainsKey(text) || stored.Contains(text) || ContentId.IsWellFormed(text)).ToList();
        var picks = ids.Select(id => seen.TryGetValue(id, out var item)
            ? new ItemPick(id, item.DisplayText, item.HasPublished, IsHidden: false)
            : new ItemPick(id, input.T["{0} (deleted, or not yours to see)", id], HasPublished: true, IsHidden: true));
        var pickable = input.Settings<ContentPickerFieldSettings>().TypesOf(types);
        var creatable = pickable.Select(types.FindType).OfType<TypeDefinition>().Where(type => creation.IsOffered(input.Caller, type));
        return new ItemPicks([.. picks], string.Join("; ", texts.Except(ids)), [.. creatable.Select(type => new CreatableType(type.Name, type.DisplayName, [.. creation.FieldsOf(type)]))]);
    }
}
