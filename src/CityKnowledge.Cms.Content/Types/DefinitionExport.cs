using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Content.Types;

/// <summary>Writes definitions as a recipe that this CMS and Orchard Core can run.</summary>
public sealed class DefinitionExport(TypeCatalogue catalogue, Access access)
{
    /// <summary>A recipe with one type and the parts it uses, or with everything; null when there is no such type.</summary>
    public JsonObject? Write(Caller caller, string? type = null)
    {
        if (!access.Allows(caller, Permissions.ViewContentTypes)) throw new ForbiddenException(Permissions.ViewContentTypes);
        var types = catalogue.Current;
        if (type is null) return Recipe("ContentTypes", "All content types and parts", types);
        if (types.FindType(type) is not { } one) return null;
        var used = one.Parts.Select(part => types.FindPart(part.Part.Name)).OfType<PartDefinition>().DistinctBy(part => part.Name);
        return Recipe(one.Name, one.DisplayName, new ContentTypes([one], used));
    }

    private static JsonObject Recipe(string name, string label, ContentTypes types)
    {
        var step = new JsonObject { ["name"] = "ContentDefinition" };
        foreach (var (member, records) in DefinitionJson.Write(types).ToList()) step[member] = records!.DeepClone();
        return new JsonObject
        {
            ["name"] = $"{name}Definition",
            ["displayName"] = label,
            ["description"] = "Content definition, exported from the administration.",
            ["author"] = "",
            ["website"] = "",
            ["version"] = "1.0.0",
            ["issetuprecipe"] = false,
            ["categories"] = new JsonArray(),
            ["tags"] = new JsonArray(),
            ["steps"] = new JsonArray(step),
        };
    }
}
