using System.Text.Json;
using CityKnowledge.Cms.Content.Fields;

namespace CityKnowledge.Cms.Web.Admin.AuditTrail.Comparison;

/// <summary>One value of a version, with the words it is known by.</summary>
/// <param name="Key">The same in every version: <c>Practice.Summary.Text</c>.</param>
internal sealed record VersionMember(string Key, string Label, MemberKind Kind, JsonElement Value);
