using System.Security.Cryptography;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using Microsoft.AspNetCore.DataProtection;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>One loaded form.</summary>
/// <param name="ItemId">The item it edits; for a new item, the id that it will get.</param>
/// <param name="Load">Differs with every load of a form.</param>
internal sealed record FormTicket(string ItemId, string Load);

/// <summary>
/// Gives every loaded form a ticket. It holds the id of an item that is still to be made, so that a form sent twice makes one
/// item; nobody can choose an id, for the ticket is sealed and works for one user only.
/// </summary>
internal sealed class FormTickets(IDataProtectionProvider protection)
{
    private readonly IDataProtector seal = protection.CreateProtector("Admin.Form");

    public static FormTicket New(string? itemId = null) => new(itemId ?? ContentId.New(), ContentId.New());

    public string Seal(Caller caller, FormTicket ticket) => seal.Protect($"{caller.UserId}|{ticket.ItemId}|{ticket.Load}");

    /// <summary>Null when the ticket is missing, damaged or another user's.</summary>
    public FormTicket? Open(Caller caller, string text)
    {
        if (text.Length == 0) return null;
        try
        {
            return seal.Unprotect(text).Split('|') is [var user, var item, var load] && user == caller.UserId ? new FormTicket(item, load) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
