using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using CityKnowledge.Cms.Content;
using CityKnowledge.Cms.Content.Media;

namespace CityKnowledge.Cms.Web.Media;

/// <summary>Pictures in other sizes: made once, kept in a bounded folder, the longest unused going first.</summary>
internal sealed class ResizedPictures(SiteFolders folders, Pictures pictures, MediaServing serving)
{
    private readonly string folder = Path.Combine(folders.Data, "MediaCache");
    private readonly ConcurrentDictionary<string, Lazy<Task<string?>>> making = new(StringComparer.Ordinal);
    private long size = -1;

    /// <summary>Full path of the resized picture; null when the file cannot be resized.</summary>
    public async Task<string?> FindAsync(FileInfo file, ResizeCommand command, string format)
    {
        var made = Path.Combine(folder, KeyOf(file, command) + format);
        if (File.Exists(made))
        {
            Touch(made);
            return made;
        }

        // Ten visitors who ask at once wait for the same work.
        var work = making.GetOrAdd(made, _ => new Lazy<Task<string?>>(() => MakeAsync(file.FullName, made, command)));
        try
        {
            return await work.Value;
        }
        finally
        {
            making.TryRemove(made, out _);
        }
    }

    private async Task<string?> MakeAsync(string file, string made, ResizeCommand command)
    {
        if (await pictures.ResizeAsync(file, command, CancellationToken.None) is not { } bytes) return null;
        Directory.CreateDirectory(folder);
        var fresh = $"{made}.{Guid.NewGuid():N}";
        await File.WriteAllBytesAsync(fresh, bytes);
        File.Move(fresh, made, overwrite: true);
        MakeRoom(bytes.Length);
        return made;
    }

    // The name holds everything the result depends on: a changed file gets a new one, and the old one is forgotten in time.
    private static string KeyOf(FileInfo file, ResizeCommand command)
    {
        var source = $"{file.FullName}|{file.Length}|{file.LastWriteTimeUtc.Ticks}|{command.Canonical}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)).AsSpan(0, 16));
    }

    private static void Touch(string made)
    {
        if (DateTime.UtcNow - File.GetLastWriteTimeUtc(made) > TimeSpan.FromDays(1)) File.SetLastWriteTimeUtc(made, DateTime.UtcNow);
    }

    private void MakeRoom(long added)
    {
        if (Interlocked.Read(ref size) < 0) Interlocked.Exchange(ref size, Files().Sum(file => file.Length));
        else Interlocked.Add(ref size, added);
        if (Interlocked.Read(ref size) <= serving.CacheSize) return;
        var left = 0L;
        // A fifth is freed at once, so that the next pictures do not each look through the folder.
        foreach (var file in Files().OrderByDescending(file => file.LastWriteTimeUtc))
        {
            if (left + file.Length > serving.CacheSize * 4 / 5) file.Delete();
            else left += file.Length;
        }

        Interlocked.Exchange(ref size, left);
    }

    private IEnumerable<FileInfo> Files() => new DirectoryInfo(folder).EnumerateFiles();
}
