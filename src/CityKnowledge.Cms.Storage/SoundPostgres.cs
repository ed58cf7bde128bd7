using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CityKnowledge.Cms.Storage;

/// <summary>
/// Keeps the character NUL, which no text of PostgreSQL can hold, from failing a query: what was typed or sent with one is looked
/// for, or stored, with the sign for a character that cannot be shown (U+FFFD).
/// </summary>
internal sealed class SoundPostgres : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Clean(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Clean(command);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Clean(command);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Clean(command);
        return ValueTask.FromResult(result);
    }

    private static void Clean(DbCommand command)
    {
        foreach (DbParameter parameter in command.Parameters)
        {
            if (parameter.Value is string text)
            {
                if (IsUnsound(text)) parameter.Value = Clean(text);
            }
            else if (parameter.Value is IReadOnlyCollection<string?> texts && texts.Any(IsUnsound))
            {
                parameter.Value = texts.Select(Clean).ToArray();
            }
        }
    }

    private static bool IsUnsound(string? text) => text is not null && text.Contains('\0', StringComparison.Ordinal);

    private static string? Clean(string? text) => text?.Replace('\0', '\uFFFD');
}
