using System.Security.Cryptography;
using System.Text;

namespace CityKnowledge.Cms.Content.Media;

/// <summary>Signs the sizes a page asks for, so that strangers cannot make the site compute every other size.</summary>
public sealed class MediaToken(SiteFolders folders)
{
    private const int KeyLength = 32;
    private readonly Lazy<byte[]> key = new(() => ReadKey(Path.Combine(folders.Data, "media-token.key")));

    /// <summary>The signature of a command, for the parameter <c>token</c>.</summary>
    public string Sign(ResizeCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key.Value, Encoding.UTF8.GetBytes(command.Canonical), hash);
        return Convert.ToBase64String(hash[..16]).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    public bool IsValid(ResizeCommand command, string? token) =>
        token is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(Sign(command)));

    // Nodes share the data folder and so the key. It is moved into place whole: nobody ever reads half a key.
    private static byte[] ReadKey(string path)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var fresh = $"{path}.{Guid.NewGuid():N}";
            File.WriteAllBytes(fresh, RandomNumberGenerator.GetBytes(KeyLength));
            try
            {
                File.Move(fresh, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(fresh);
            }
        }

        return File.ReadAllBytes(path);
    }
}
