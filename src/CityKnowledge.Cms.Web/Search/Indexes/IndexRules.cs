using System.Security.Cryptography;
using System.Text;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Parts;
using CityKnowledge.Cms.Content.Search;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web.Search.Documents;

namespace CityKnowledge.Cms.Web.Search.Indexes;

/// <summary>All by which documents of one index are made. Two with the same signature make the same documents.</summary>
internal sealed record IndexRules(IndexDefinition Definition, DocumentPlan Plan, Vocabularies Vocabularies, string Signature)
{
    /// <summary>The values by which results can be narrowed.</summary>
    public FacetTerms FacetTerms { get; } = new(Plan, Vocabularies);
}

/// <summary>Makes the rules from definitions, content types and vocabularies.</summary>
internal sealed class IndexRuleMaker(TypeCatalogue types, FieldKinds fields, PartKinds parts)
{
    // Raise it whenever documents are made differently: every index is then made again at the next start.
    private const string Format = "1";

    public ContentTypes Types => types.Current;

    public IndexRules Make(IndexDefinition definition, Vocabularies vocabularies)
    {
        var plan = new DocumentPlan(types.Current, definition.Types, fields, parts);
        var text = string.Join('\n', Format, definition.Write().ToJsonString(), plan.Signature(), vocabularies.Signature());
        return new IndexRules(definition, plan, vocabularies, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }
}
