using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web.Admin.Form;
using CityKnowledge.Cms.Web.Admin.Inputs;
using CityKnowledge.Cms.Web.Fields;

namespace CityKnowledge.Cms.Web.Admin.Taxonomies;

/// <summary>The form of a term: the controls of its type, as every item of the type would have them.</summary>
internal sealed partial class TermForm(TypeCatalogue types, FormPlans plans, FormReader reader, PickedEntries picked)
{
    // Name and address have controls of their own; a term has no owner, no dates and no schedule beside those of its taxonomy.
    private static readonly string[] Elsewhere = ["TitlePart", "AutoroutePart", ItemFacts.Part, Schedule.PublishPart, Schedule.ArchivePart];

    /// <summary>The controls, filled in; names in other languages stand together.</summary>
    /// <param name="term">Null for a new one.</param>
    /// <param name="sent">What was typed; null to show the term as it is stored.</param>
    public FormBody Show(Caller caller, string termType, ContentItem? term, IFormCollection? sent)
    {
        var plan = PlanOf(caller, termType);
        var texts = term is null ? reader.Begin(plan) : FormTexts.Of(plan, term);
        if (sent is not null) Put(FormPost.Read(sent, plan).Typed, texts);
        return new FormBody(plan, texts, caller) { Item = term, IsGrouped = field => Translation().IsMatch(field.Name) };
    }

    /// <summary>Part → field → members, as far as they are other than before. Other entries of a post are ignored.</summary>
    /// <exception cref="InvalidContentException">Something cannot be read, or was not found.</exception>
    public async Task<JsonObject> ReadAsync(Caller caller, string termType, ContentItem? term, IFormCollection sent)
    {
        var plan = PlanOf(caller, termType);
        var typed = Trimmed(plan, FormPost.Read(sent, plan).Typed);
        var unknown = await picked.ResolveAsync(caller, plan, typed, term);
        var reading = reader.Read(plan, typed, term);
        IReadOnlyList<ContentProblem> problems = [.. unknown, .. PickedEntries.FindUnpicked(plan, typed), .. reading.Problems];
        if (problems.Count > 0) throw new InvalidContentException(problems);
        return Changes(plan, typed, term, reading.Draft);
    }

    private FormPlan PlanOf(Caller caller, string termType)
    {
        var type = types.Current.FindType(termType) ?? new TypeDefinition(termType, termType, SettingsBag.Empty, []);
        var plan = plans.Make(caller, type, null);
        return plan with { Members = [.. plan.Members.Where(member => !Elsewhere.Contains(member.Part.Part.Name))] };
    }

    private static JsonObject Changes(FormPlan plan, InputTexts typed, ContentItem? term, ContentDraft draft)
    {
        var (parts, stored) = (new JsonObject(), term is null ? new InputTexts() : FormTexts.Of(plan, term));
        foreach (var member in plan.Members.Where(member => typed.Has(member.Name) && !FormTexts.AreSame(member, typed, stored)))
        {
            if (parts[member.Part.Name] is not JsonObject part) parts[member.Part.Name] = part = [];
            var name = member.Field?.Name ?? member.Member.Name;
            part[name] = draft.Part(member.Part.Name)[name]?.DeepClone();
        }

        return parts;
    }

    // Codes and names are compared: blanks around them mean nothing.
    private static InputTexts Trimmed(FormPlan plan, InputTexts typed)
    {
        foreach (var member in plan.Members.Where(member => member.Member.Kind == MemberKind.Text && typed.Has(member.Name)))
        {
            typed.Set(member.Name, [.. typed.All(member.Name).Select(text => text.Trim())]);
        }

        return typed;
    }

    private static void Put(InputTexts typed, InputTexts texts)
    {
        foreach (var name in typed.Names) texts.Set(name, typed.All(name));
    }

    /// <summary>As the vocabularies of this site name them: NameFr, NameAr.</summary>
    [GeneratedRegex("^Name[A-Z][a-z]{1,2}$")]
    private static partial Regex Translation();
}
