using CityKnowledge.Cms.Content.Fields;

namespace CityKnowledge.Cms.Web.Search.Documents;

/// <summary>How a field of the index compares and sorts.</summary>
internal enum IndexedKind
{
    /// <summary>Cut into words.</summary>
    Words,
    /// <summary>As it is.</summary>
    Keyword,
    /// <summary>64-bit whole number.</summary>
    Whole,
    /// <summary>Double.</summary>
    Number,
    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,
    /// <summary>Text <c>yyyyMMddHHmmss</c> in UTC.</summary>
    Moment,
    /// <summary>Latitude and longitude.</summary>
    Point,
}

/// <summary>One field of the index and where its value stands in the item.</summary>
/// <param name="Name">Name in the index, such as <c>Practice.SdgTargets.Ids</c>.</param>
/// <param name="Part">Name of the part on the type.</param>
/// <param name="Field">Name of the field; null when the value is a member of the part itself.</param>
/// <param name="Member">Name of the JSON member.</param>
/// <param name="Stored">Whether hits can give the value back.</param>
internal sealed record IndexedField(
    string Name, IndexedKind Kind, string Part, string? Field, string Member, MemberKind MemberKind, bool Stored);
