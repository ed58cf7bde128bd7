using System.Globalization;
using CityKnowledge.Cms.Web.Fields;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>Which button was pressed.</summary>
internal enum FormButton
{
    Save,
    Publish,
    /// <summary>Sent by itself, a second after the last key.</summary>
    Autosave,
    /// <summary>Shows what was sent in the form again; changes nothing.</summary>
    Show,
    /// <summary>Asks what others changed meanwhile; changes nothing.</summary>
    Compare,
}

/// <summary>What a form sent.</summary>
/// <param name="Version">The version that the form was loaded from; null for a new item.</param>
/// <param name="Base">What the form showed then; null when it is not known.</param>
internal sealed record FormPost(InputTexts Typed, string Ticket, string? Version, long Stamp, InputTexts? Base)
{
    public FormButton Button { get; private init; }

    /// <summary>Rises with everything that one loaded form sends, so that what comes late is known.</summary>
    public long Turn { get; private init; }

    /// <summary>The base as it was sent.</summary>
    public string PackedBase { get; private init; } = "";

    /// <summary>Whether the person stays in the form afterwards.</summary>
    public bool Continues { get; private init; }

    /// <summary>In a conflict: field → mine, theirs or base.</summary>
    public IReadOnlyDictionary<string, string> Choices { get; private init; } = new Dictionary<string, string>();

    /// <summary>In a conflict: the version and stamp that were shown as theirs.</summary>
    public string Theirs { get; private init; } = "";

    /// <summary>Takes what is in the plan, and nothing else. The request goes on in the time zone in which the form was shown.</summary>
    public static FormPost Read(IFormCollection form, FormPlan plan)
    {
        LocalTime.GoOn(Last(form, FormEntry.Zone));
        var typed = new InputTexts();
        foreach (var name in plan.Members.Select(member => member.Name).Where(form.ContainsKey)) typed.Set(name, [.. form[name].Select(Sound)]);
        foreach (var name in plan.Members.Where(FormTexts.IsPicked).Select(member => InputName.Unpicked(member.Name)))
        {
            if (Sound(Last(form, name)).Trim() is { Length: > 0 } text) typed.Set(name, [text]);
        }

        return new FormPost(typed, Last(form, FormEntry.Ticket), Last(form, FormEntry.Version) is { Length: > 0 } version ? version : null, Number(form, FormEntry.Stamp), FormOrigin.Unpack(Last(form, FormEntry.Base)))
        {
            Button = ButtonOf(form),
            Turn = Number(form, FormEntry.Turn),
            PackedBase = Last(form, FormEntry.Base),
            Continues = !form.ContainsKey(FormEntry.Publish) && !form.ContainsKey(FormEntry.Save)
                || Last(form, FormEntry.Publish).EndsWith("AndContinue", StringComparison.Ordinal)
                || Last(form, FormEntry.Save).EndsWith("AndContinue", StringComparison.Ordinal),
            Choices = form.Keys.Where(key => key.StartsWith(FormEntry.Choice, StringComparison.Ordinal)).ToDictionary(key => key[FormEntry.Choice.Length..], key => Last(form, key)),
            Theirs = Last(form, FormEntry.Theirs),
        };
    }

    public static string NameOf(string? version, long stamp) => $"{version}:{stamp.ToString(CultureInfo.InvariantCulture)}";

    // NUL has no place in a text of PostgreSQL.
    private static string Sound(string? text) => text?.Replace("\0", "", StringComparison.Ordinal) ?? "";

    private static FormButton ButtonOf(IFormCollection form) =>
        form.ContainsKey(FormEntry.Show) ? FormButton.Show
        : form.ContainsKey(FormEntry.Compare) ? FormButton.Compare
        : form.ContainsKey(FormEntry.Publish) ? FormButton.Publish
        : form.ContainsKey(FormEntry.Autosave) ? FormButton.Autosave
        : FormButton.Save;

    private static string Last(IFormCollection form, string name) => form[name] is [.., { } last] ? last : "";

    private static long Number(IFormCollection form, string name) => long.TryParse(Last(form, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
