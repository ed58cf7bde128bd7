namespace CityKnowledge.Cms.Storage;

/// <summary>The database cannot be opened or written; the message says which, why, and what would help.</summary>
public sealed class StorageException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Someone else saved the same version first; nothing was written.</summary>
public sealed class StaleVersionException(string documentId)
    : Exception($"'{documentId}' was changed by someone else since it was read. Read it again and repeat the change.")
{
    public string DocumentId { get; } = documentId;
}
