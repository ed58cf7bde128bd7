using System.Text.Json;
using System.Text.RegularExpressions;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Parts;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Content.Security;

/// <summary>
/// Liquid in a text that is shown uncleaned runs, and reads what templates can read. To write or change such a text needs
/// <see cref="Permissions.WriteLiquid"/>, whoever else may edit the item.
/// </summary>
public sealed partial class LiquidRights(FieldKinds fields, PartKinds parts, Access access)
{
    /// <summary>Whether the settings of a field or part leave cleaning on, as they do when they say nothing.</summary>
    /// <param name="kind">Name of the field kind or part; its settings class is named after it.</param>
    public static bool IsCleaned(string kind, SettingsBag settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Json.Get(kind + "Settings").Get("SanitizeHtml").AsFlag() ?? true;
    }

    /// <summary>The texts with Liquid that the caller may not write; none when all is as it was, or cleaned, or allowed.</summary>
    /// <param name="stored">What is stored of the same item; kind Undefined for a new one.</param>
    public IReadOnlyList<ContentProblem> FindForbidden(Caller caller, TypeDefinition type, ContentDraft draft, JsonElement stored)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return FindForbidden(caller, type, draft.ToContent, stored);
    }

    /// <inheritdoc cref="FindForbidden(Caller, TypeDefinition, ContentDraft, JsonElement)"/>
    /// <param name="write">Makes the content that is to be saved; called when the type has such texts.</param>
    public IReadOnlyList<ContentProblem> FindForbidden(Caller caller, TypeDefinition type, Func<JsonElement> write, JsonElement stored)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(write);
        var raw = type.Parts.SelectMany(RawTexts).ToList();
        if (raw.Count == 0 || access.Allows(caller, Permissions.WriteLiquid)) return [];
        var content = write();
        return [.. raw.Where(text => HasNewLiquid(Find(content, text.Path, text.Member), Find(stored, text.Path, text.Member)))
            .Select(text => new ContentProblem(text.Path, $"{text.Label}: {{{{ … }}}} and {{% … %}} are instructions here, and you have no right to write them. Take them out, or ask an administrator."))];
    }

    private IEnumerable<(string Path, string Member, string Label)> RawTexts(PartOnType part)
    {
        foreach (var field in part.Fields)
        {
            foreach (var member in RawMembers(field.Kind, fields.Find(field.Kind)?.Shape, field.Settings)) yield return ($"{part.Name}.{field.Name}", member, field.Label);
        }

        foreach (var member in RawMembers(part.Part.Name, parts.Find(part.Part.Name)?.Shape, part.Settings)) yield return (part.Name, member, part.Label);
    }

    private static IEnumerable<string> RawMembers(string kind, FieldShape? shape, SettingsBag settings) => shape is null || IsCleaned(kind, settings)
        ? []
        : shape.Members.Where(member => member.Kind is MemberKind.Html or MemberKind.Markdown).Select(member => member.Name);

    private static string Find(JsonElement content, string path, string member)
    {
        foreach (var name in path.Split('.')) content = content.Get(name);
        return content.Get(member).AsText() ?? "";
    }

    private static bool HasNewLiquid(string text, string stored) => text != stored && (HasLiquid(text) || HasLiquid(AsMarkdownWritesIt(text)));

    private static bool HasLiquid(string text) => text.Contains("{{", StringComparison.Ordinal) || text.Contains("{%", StringComparison.Ordinal);

    // Liquid runs on the HTML that Markdown makes, in which \{ and &#123; have become braces.
    private static string AsMarkdownWritesIt(string text) => Percent().Replace(Brace().Replace(text.Replace("\\", "", StringComparison.Ordinal), "{"), "%");

    [GeneratedRegex("&(#0*123|#x0*7b|lbrace|lcub);", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Brace();

    [GeneratedRegex("&(#0*37|#x0*25|percnt);", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Percent();
}
