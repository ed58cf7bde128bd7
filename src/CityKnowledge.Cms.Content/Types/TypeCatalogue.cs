using System.Text.Json;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Content.Types;

/// <summary>The content types in force. A change is seen by the next request, on every node.</summary>
public sealed class TypeCatalogue(Store store)
{
    public const string SettingName = "ContentDefinition";
    private volatile ContentTypes current = ContentTypes.None;

    /// <summary>The types now; the object is replaced as a whole when they change, so it may serve as a version.</summary>
    public ContentTypes Current => current;

    /// <summary>Reads the definitions from the database.</summary>
    public async Task LoadAsync(CancellationToken cancel = default)
    {
        await using var db = store.OpenRead();
        var row = await db.Settings.AsNoTracking().FirstOrDefaultAsync(setting => setting.Name == SettingName, cancel);
        current = row is null ? ContentTypes.None : DefinitionJson.Read(JsonDocument.Parse(row.Body).RootElement);
    }

    internal void Replace(ContentTypes next) => current = next;

    /// <summary>Whether this change of the log touches the definitions.</summary>
    public static bool Concerns(ChangeRow change) => change is { What: ChangeKind.Setting, DocumentId: SettingName };
}
