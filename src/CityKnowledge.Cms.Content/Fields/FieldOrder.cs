using System.Text.Json;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Content.Fields;

/// <summary>A rule between two fields of a part: an end does not lie before its beginning. Orchard Core keeps it unread.</summary>
public sealed class FieldOrderSettings
{
    /// <summary>The technical name of the other field; null for no rule.</summary>
    [Setting("Not below the field", Hint = "The technical name of another number, date or time of the same part: StartYear, for an end year.", IsRare = true)]
    public string? NotBelow { get; set; }
}

/// <summary>Finds ends before their beginnings.</summary>
public static class FieldOrder
{
    /// <summary>Whether the field holds one value that comes before or after others.</summary>
    public static bool Fits(FieldDefinition field, FieldKinds kinds) => MemberOf(field, kinds) is not null;

    /// <summary>What is wrong, in a sentence; null when both are in order, or one of them is missing.</summary>
    /// <param name="json">The part that holds both.</param>
    internal static FormattableString? FindBroken(PartOnType part, FieldDefinition field, JsonElement json, FieldKinds kinds)
    {
        if (field.Settings.Get<FieldOrderSettings>().NotBelow is not { Length: > 0 } name) return null;
        if (part.Part.FindField(name) is not { } first) return $"{field.Label} cannot be checked: '{part.Name}' has no field '{name}' that it could be compared with.";
        // A day and a moment are compared as days.
        var isByDay = MemberOf(field, kinds)?.Kind == MemberKind.Date || MemberOf(first, kinds)?.Kind == MemberKind.Date;
        if (Value(first, json, kinds, isByDay) is not { } one || Value(field, json, kinds, isByDay) is not { } other) return null;
        if (one.GetType() != other.GetType() || other.CompareTo(one) >= 0) return null;
        return other is decimal ? (FormattableString)$"{field.Label} must not be less than {first.Label}." : $"{field.Label} must not be before {first.Label}.";
    }

    private static IComparable? Value(FieldDefinition field, JsonElement json, FieldKinds kinds, bool isByDay)
    {
        if (MemberOf(field, kinds) is not { } member) return null;
        var value = json.Get(field.Name).Get(member.Name);
        return member.Kind switch
        {
            MemberKind.Number => value.AsNumber(),
            MemberKind.Date or MemberKind.Moment => isByDay ? value.AsMoment()?.Date : value.AsMoment(),
            MemberKind.Time => value.AsTime(),
            _ => null,
        };
    }

    private static FieldMember? MemberOf(FieldDefinition field, FieldKinds kinds) =>
        kinds.Find(field.Kind)?.Shape is { IsOneValue: true, Members: [{ Kind: MemberKind.Number or MemberKind.Date or MemberKind.Moment or MemberKind.Time } member] } ? member : null;
}
