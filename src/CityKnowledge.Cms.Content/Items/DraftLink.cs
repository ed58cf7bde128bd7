using System.Globalization;
using CityKnowledge.Cms.Storage;

namespace CityKnowledge.Cms.Content.Items;

/// <summary>A link by which people without an account see the draft of one item. Its token is known only to those who were given it.</summary>
/// <param name="Id">By which it is revoked; says nothing about the token.</param>
/// <param name="MakerId">User id of who made it; the link shows no more than that person may preview.</param>
public sealed record DraftLink(string Id, string ContentItemId, string MakerId, DateTime MadeUtc, DateTime ExpiresUtc)
{
    /// <summary>The purpose under which links are kept.</summary>
    internal const string Purpose = "DraftLink";

    public bool IsExpired => ExpiresUtc <= DateTime.UtcNow;

    /// <summary>How the names of an item's links begin.</summary>
    internal static string NameOf(string contentItemId, string id = "") => $"{contentItemId}.{id}";

    internal UserSecret ToSecret(string hash) => new(
        MakerId, Purpose, NameOf(ContentItemId, Id), string.Create(CultureInfo.InvariantCulture, $"{hash}.{MadeUtc.Ticks}.{ExpiresUtc.Ticks}"));

    internal static DraftLink Read(UserSecret secret)
    {
        var (name, value) = (secret.Name.Split('.'), secret.Value.Split('.'));
        return new DraftLink(name[1], name[0], secret.UserId, Moment(value[1]), Moment(value[2]));
    }

    private static DateTime Moment(string ticks) => new(long.Parse(ticks, CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
