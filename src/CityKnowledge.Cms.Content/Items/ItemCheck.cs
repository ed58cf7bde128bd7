using System.Text.Json;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Parts;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Content.Items;

/// <summary>Prepares items by their parts and says what is wrong with them; the same words for every door.</summary>
public sealed class ItemCheck(FieldKinds fields, PartKinds parts)
{
    /// <summary>Lets every part fill in what it makes by itself.</summary>
    public async ValueTask PrepareAsync(TypeDefinition type, ContentDraft draft)
    {
        ArgumentNullException.ThrowIfNull(type);
        foreach (var part in type.Parts)
        {
            if (parts.Find(part.Part.Name) is { } kind) await kind.PrepareAsync(part, draft);
        }
    }

    /// <summary>Everything wrong with the content. A draft may lack required values; what is there must be right.</summary>
    public IReadOnlyList<ContentProblem> Check(TypeDefinition type, JsonElement content, bool complete)
    {
        ArgumentNullException.ThrowIfNull(type);
        List<ContentProblem>? problems = null;
        foreach (var part in type.Parts)
        {
            var json = content.Get(part.Name);
            var kind = parts.Find(part.Part.Name);
            if (kind is not null) CheckPart(part, kind, json, complete, ref problems);
            foreach (var field in kind?.FieldsOf(part) ?? part.Fields) CheckField(part, field, json, complete, ref problems);
        }

        return (IReadOnlyList<ContentProblem>?)problems ?? [];
    }

    private static void CheckPart(PartOnType part, PartKind kind, JsonElement json, bool complete, ref List<ContentProblem>? problems)
    {
        if (ShapeReading.FindMismatch(kind.Shape, json) is { } mismatch)
        {
            (problems ??= []).Add(new ContentProblem($"{part.Name}.{mismatch.Member.Name}", $"{part.Label}: {mismatch.Member.Name} must be {mismatch.Expected}."));
            return;
        }

        foreach (var message in kind.Validate(part, json)) (problems ??= []).Add(new ContentProblem(part.Name, message));
        if (!complete) return;
        foreach (var message in kind.FindMissing(part, json)) (problems ??= []).Add(new ContentProblem(part.Name, message));
    }

    private void CheckField(PartOnType part, FieldDefinition field, JsonElement whole, bool complete, ref List<ContentProblem>? problems)
    {
        if (fields.Find(field.Kind) is not { } kind) return;
        var path = $"{part.Name}.{field.Name}";
        var json = whole.Get(field.Name);
        if (ShapeReading.FindMismatch(kind.Shape, json) is { } mismatch)
        {
            (problems ??= []).Add(new ContentProblem($"{path}.{mismatch.Member.Name}", $"{field.Label}: {mismatch.Member.Name} must be {mismatch.Expected}."));
        }
        else if (kind.IsEmpty(json))
        {
            if (complete && kind.IsRequired(field)) (problems ??= []).Add(new ContentProblem(path, $"A value is required for {field.Label}."));
        }
        else
        {
            foreach (var message in kind.Validate(field, json)) (problems ??= []).Add(new ContentProblem(path, message));
            if (!complete) return;
            foreach (var message in kind.FindMissing(field, json)) (problems ??= []).Add(new ContentProblem(path, message));
            if (FieldOrder.FindBroken(part, field, whole, fields) is { } broken) (problems ??= []).Add(new ContentProblem(path, broken));
        }
    }
}
