using System.Buffers.Text;
using System.Text.Json;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.AspNetCore.Identity;

namespace CityKnowledge.Cms.Web.Accounts.SigningIn;

/// <summary>Reads what a browser says about passkeys. What it says is never trusted: anything odd is no proof.</summary>
internal static class Passkeys
{
    public const int MostPerUser = 20;
    private const int LongestCredential = 20_000;

    /// <summary>Proof of holding a passkey for the challenge of this browser, or null.</summary>
    public static Task<PasskeyAssertionResult<UserRow>?> AssertAsync(EnabledUsers users, string? credential) =>
        ReadAsync<PasskeyAssertionResult<UserRow>>(credential, users.PerformPasskeyAssertionAsync);

    /// <summary>A new passkey made for the challenge of this browser, or null.</summary>
    public static Task<PasskeyAttestationResult?> AttestAsync(EnabledUsers users, string? credential) =>
        ReadAsync<PasskeyAttestationResult>(credential, users.PerformPasskeyAttestationAsync);

    /// <summary>The id as it stands in forms.</summary>
    public static string IdOf(UserPasskeyInfo passkey) => Base64Url.EncodeToString(passkey.CredentialId);

    /// <summary>The id of a passkey from a form, or null.</summary>
    public static byte[]? ReadId(string? text)
    {
        var bytes = new byte[text?.Length ?? 0];
        return text is { Length: > 0 and < 2000 } && Base64Url.TryDecodeFromChars(text, bytes, out var length) ? bytes[..length] : null;
    }

    private static async Task<TResult?> ReadAsync<TResult>(string? credential, Func<string, Task<TResult>> read)
        where TResult : class
    {
        if (credential is not { Length: > 0 and < LongestCredential }) return null;
        try
        {
            return await read(credential);
        }
        catch (Exception odd) when (odd is InvalidOperationException or JsonException or FormatException or ArgumentException)
        {
            // No challenge was given to this browser, or it is no credential at all.
            return null;
        }
    }
}
