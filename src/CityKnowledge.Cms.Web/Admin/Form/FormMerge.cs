using CityKnowledge.Cms.Web.Fields;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>Whose text of a field is taken.</summary>
internal enum FormSide
{
    Mine,
    Theirs,
    Base,
}

/// <summary>A field that one of two people changed, or both.</summary>
internal sealed record FormDifference(string Unit, IReadOnlyList<FormMember> Members, bool IsMine, bool IsTheirs)
{
    public string Label => Members[0].Label;

    /// <summary>Whether both changed it, each in another way: only a person can decide.</summary>
    public bool IsClash => IsMine && IsTheirs;

    /// <summary>The side that changed it alone; null in a clash.</summary>
    public FormSide? Obvious => IsClash ? null : IsMine ? FormSide.Mine : FormSide.Theirs;

    /// <summary>The name of the entry with the choice.</summary>
    public string Entry => FormEntry.Choice + Unit;
}

/// <summary>What two people made of the same version of an item, field by field.</summary>
/// <param name="Base">What both began with; null when it is not known: then every difference is a clash.</param>
internal sealed record FormMerge(FormPlan Plan, InputTexts? Base, InputTexts Theirs, InputTexts Mine)
{
    /// <summary>The fields that somebody changed and that are not the same now.</summary>
    public IReadOnlyList<FormDifference> Differences { get; } =
    [
        .. Plan.Members.Where(member => Mine.Has(member.Name)).GroupBy(member => member.Unit)
            .Where(unit => !AreSame(unit, Mine, Theirs))
            .Select(unit => new FormDifference(unit.Key, [.. unit], Base is null || !AreSame(unit, Mine, Base), Base is null || !AreSame(unit, Theirs, Base))),
    ];

    public InputTexts Of(FormSide side) => side switch
    {
        FormSide.Mine => Mine,
        FormSide.Theirs => Theirs,
        _ => Base ?? Theirs,
    };

    /// <summary>The texts by these choices; null while a clash is not decided.</summary>
    public InputTexts? Resolve(IReadOnlyDictionary<string, string> choices)
    {
        var result = new InputTexts();
        // What waits in the box of a picker is decided about later.
        foreach (var name in Plan.Members.Select(member => InputName.Unpicked(member.Name)).Where(Mine.Has)) result.Set(name, Mine.All(name));
        foreach (var member in Plan.Members.Where(member => Mine.Has(member.Name)))
        {
            var difference = Differences.FirstOrDefault(difference => difference.Unit == member.Unit);
            var side = difference is null ? FormSide.Mine : SideOf(difference, choices);
            if (side is null) return null;
            result.Set(member.Name, Of(side.Value).All(member.Name));
        }

        return result;
    }

    public static FormSide? SideOf(FormDifference difference, IReadOnlyDictionary<string, string> choices) =>
        Enum.TryParse<FormSide>(choices.GetValueOrDefault(difference.Unit), out var side) && Enum.IsDefined(side) ? side : difference.Obvious;

    private static bool AreSame(IEnumerable<FormMember> unit, InputTexts one, InputTexts other) => unit.All(member => AreSame(member, one, other));

    // Where nothing was typed, the address, the alias, the owner and the date are made: nobody wrote what stands there then.
    private static bool AreSame(FormMember member, InputTexts one, InputTexts other) => FormTexts.AreSame(member, one, other)
        || ((member.IsOfItem || member is { Field: null, Part.Part.Name: "AutoroutePart" or "AliasPart" }) && (FormTexts.Meant(member, one).Count == 0 || FormTexts.Meant(member, other).Count == 0));
}
