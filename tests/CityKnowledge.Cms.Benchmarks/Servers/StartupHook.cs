using System.Globalization;
using System.Net.Sockets;
using System.Text;

#pragma warning disable MA0047 // The runtime looks for a hook of this name outside every namespace.
/// <summary>
/// Runs inside the measured server (DOTNET_STARTUP_HOOKS) and answers how many bytes it has allocated so far. The
/// product itself carries nothing for it.
/// </summary>
internal static class StartupHook
{
    public const string SocketVariable = "CITYKNOWLEDGE_PROBE";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(SocketVariable) is not { Length: > 0 } path) return;
        Environment.SetEnvironmentVariable(SocketVariable, null);
        new Thread(() => Answer(path)) { IsBackground = true, Name = "Probe" }.Start();
    }

    private static void Answer(string path)
    {
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        while (true)
        {
            using var asking = listener.Accept();
            var allocated = GC.GetTotalAllocatedBytes(precise: true).ToString(CultureInfo.InvariantCulture);
            asking.Send(Encoding.ASCII.GetBytes(allocated));
        }
    }
}
