using System.Net;
using System.Net.Sockets;

namespace CityKnowledge.Cms.Web.Accounts.Throttling;

/// <summary>Says from where a request comes.</summary>
internal static class ClientAddress
{
    private const int NetworkBytes = 8;

    /// <summary>The address of the client; of IPv6 the network of 64 bits, since one household owns all its addresses.</summary>
    public static string Of(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address.ToString();
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, NetworkBytes, bytes.Length - NetworkBytes);
        return new IPAddress(bytes).ToString();
    }
}
