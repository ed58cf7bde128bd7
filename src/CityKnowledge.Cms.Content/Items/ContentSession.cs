using System.Text.Json;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;

namespace CityKnowledge.Cms.Content.Items;

/// <summary>
/// Everything changed together: items, definitions, settings. Nothing is seen by others before
/// <see cref="CommitAsync"/>; dispose without it to undo all. Rights are checked by <see cref="ContentEditor"/>.
/// </summary>
public sealed class ContentSession : IAsyncDisposable
{
    /// <summary>The kind under which the change log tells of accounts.</summary>
    public const string UserKind = "User";
    private readonly WriteTransaction transaction;
    private readonly SessionParts blocks;
    private readonly Dictionary<string, JsonElement> changedSettings = new(StringComparer.Ordinal);

    internal ContentSession(WriteTransaction transaction, SessionParts blocks, Caller caller)
    {
        (this.transaction, this.blocks, Caller) = (transaction, blocks, caller);
        Types = blocks.Types.Current;
        var versions = new VersionWriter(transaction, blocks, this);
        Versions = versions;
        Items = new ItemWriter(versions, this);
        History = new ItemHistory(Items, versions);
    }

    /// <summary>In whose name; becomes owner and author of what is saved.</summary>
    public Caller Caller { get; }

    /// <summary>The definitions as this session sees them.</summary>
    public ContentTypes Types { get; private set; }

    internal VersionWriter Versions { get; }

    /// <summary>Saves items.</summary>
    public ItemWriter Items { get; }

    /// <summary>Brings former content back and copies items.</summary>
    public ItemHistory History { get; }

    /// <summary>The open database transaction, for rows that are not content (accounts, for one).</summary>
    public StorageContext Db => transaction.Db;

    /// <summary>Replaces the definitions. Items keep their JSON; where lists can now ask for more, <see cref="Reindexing"/> follows.</summary>
    public async Task SetTypesAsync(ContentTypes next, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(next);
        await new IndexDebt(this).AddAsync(blocks.Indexer.ListWithNewKeys(Types, next), cancel);
        Types = next;
        await SetSettingAsync(TypeCatalogue.SettingName, DefinitionJson.Write(next), cancel);
    }

    /// <summary>Takes the definitions from the database: another node may have changed them a moment ago.</summary>
    internal async Task RefreshTypesAsync(CancellationToken cancel)
    {
        var stored = await GetSettingAsync(TypeCatalogue.SettingName, cancel);
        Types = stored.ValueKind == JsonValueKind.Undefined ? ContentTypes.None : DefinitionJson.Read(stored);
    }

    /// <summary>A named setting document as this session sees it; kind Undefined when there is none.</summary>
    public async Task<JsonElement> GetSettingAsync(string name, CancellationToken cancel = default)
    {
        if (changedSettings.TryGetValue(name, out var changed)) return changed;
        var row = await transaction.Db.Settings.FindAsync([name], cancel);
        return row is null ? default : JsonDocument.Parse(row.Body).RootElement;
    }

    /// <summary>Replaces a named setting document.</summary>
    public async Task SetSettingAsync(string name, JsonNode value, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(value);
        var body = value.ToJsonString();
        var row = await transaction.Db.Settings.FindAsync([name], cancel);
        if (row is null) transaction.Db.Settings.Add(row = new SettingRow { Name = name, Body = body });
        else if (row.Body == body) return;
        row.Body = body;
        row.Stamp++;
        changedSettings[name] = JsonDocument.Parse(body).RootElement;
        transaction.Record(name, null, "Setting", ChangeKind.Setting);
    }

    /// <summary>Tells all nodes that an account changed, so that its sessions are looked at again.</summary>
    public void RecordUser(string userId) => transaction.Record(userId, null, UserKind, ChangeKind.Setting);

    /// <summary>Notes who did what; the note is kept exactly when the deed is.</summary>
    /// <param name="category">Such as Content, User or Recipe.</param>
    /// <param name="detail">What the subject is called.</param>
    public void Note(string category, string happened, string? subjectId, string? versionId = null, string? detail = null) =>
        transaction.Db.Audit.Add(new AuditRow
        {
            AtUtc = DateTime.UtcNow,
            UserId = Caller.UserId,
            UserName = Caller.UserName,
            Category = category,
            Event = happened,
            SubjectId = subjectId,
            VersionId = versionId,
            Detail = detail,
        });

    /// <summary>Runs when, and only when, everything has been committed.</summary>
    public void AfterCommit(Action action) => transaction.AfterCommit(action);

    /// <summary>Makes everything durable and visible.</summary>
    /// <exception cref="StaleVersionException">Someone else changed an item since it was read.</exception>
    /// <exception cref="StorageException">The database refused; nothing was written.</exception>
    public async Task CommitAsync(CancellationToken cancel = default)
    {
        transaction.AfterCommit(Publish);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Writes everything without committing it, and tells what it would change; dispose the session to undo it.</summary>
    /// <exception cref="StorageException">The database refuses.</exception>
    internal async Task<IReadOnlyList<ChangeRow>> RehearseAsync(CancellationToken cancel = default)
    {
        await transaction.FlushAsync(cancel);
        return transaction.Changes;
    }

    private void Publish()
    {
        if (changedSettings.ContainsKey(TypeCatalogue.SettingName)) blocks.Types.Replace(Types);
        if (changedSettings.TryGetValue(Access.SettingName, out var roles)) blocks.Access.Replace(roles);
    }

    public ValueTask DisposeAsync() => transaction.DisposeAsync();
}
