using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Storage;

namespace CityKnowledge.Cms.Content;

/// <summary>Brings content to life: tables, definitions, roles. Work is small and does not grow with the number of items.</summary>
public sealed class ContentStart(Store store, TypeCatalogue types, Access access, FieldKeys keys)
{
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public async Task RunAsync(CancellationToken cancel = default)
    {
        await store.MigrateAsync(cancel);
        await LoadAsync(cancel);
    }

    /// <summary>Reads definitions, roles and keys again, after another node changed them.</summary>
    public Task LoadAsync(CancellationToken cancel = default) =>
        Task.WhenAll(types.LoadAsync(cancel), access.LoadAsync(cancel), keys.LoadAsync(cancel));
}
