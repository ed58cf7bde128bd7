using CityKnowledge.Cms.Content.Lists;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Admin.Contents;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.Palette;

/// <summary>Finds what a person may go to, make or open.</summary>
internal sealed class PaletteSearch(ScreenSearch screens, ListRights rights, ContentLists lists, ListRows rows, IStringLocalizer<AdminTexts> words)
{
    private const int MostItems = 8;

    public async Task<IReadOnlyList<PaletteEntry>> FindAsync(Caller caller, string text, CancellationToken cancel) =>
    [
        .. screens.Find(caller, text),
        .. rights.CreatableTypes(caller).Where(type => ScreenSearch.Holds(words["New: {0}", type.DisplayName], text)).Select(type => new PaletteEntry("create", type.DisplayName, type.Options.Description, ItemAddresses.Create(type.Name))),
        .. text.Length == 0 ? [] : await ListItemsAsync(caller, text, cancel),
    ];

    private async Task<IEnumerable<PaletteEntry>> ListItemsAsync(Caller caller, string text, CancellationToken cancel)
    {
        var page = await lists.ListAsync(caller, ListRequest.Parse(text), MostItems, null, cancel);
        var found = await rows.MakeAsync(caller, page.Items, cancel);
        return from row in found
               let address = row.MayEdit ? ItemAddresses.Edit(row.Id) : row.View
               where address is not null
               select new PaletteEntry("items", row.Title ?? row.Id, row.Type, address);
    }
}
