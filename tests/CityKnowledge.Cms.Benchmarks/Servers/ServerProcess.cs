using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CityKnowledge.Cms.Benchmarks.Servers;

/// <summary>A server in its own process: started, watched from outside, stopped.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly Stopwatch sinceStart;
    private readonly string probeSocket;

    private ServerProcess(ProcessStartInfo start, int port, string probeSocket)
    {
        (Port, this.probeSocket, sinceStart) = (port, probeSocket, Stopwatch.StartNew());
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Port { get; }

    /// <summary>What it has written to its console so far.</summary>
    public string Printed
    {
        get
        {
            lock (output) return output.ToString();
        }
    }

    /// <summary>Processor time used so far, all threads.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Starts <c>dotnet</c> with an assembly.</summary>
    /// <param name="probed">Whether the process can be asked what it allocates.</param>
    /// <param name="argumentsFor">Arguments, given the port to listen on.</param>
    public static ServerProcess Start(string assembly, string folder, bool probed, Func<int, IEnumerable<string>> argumentsFor)
    {
        var port = FreePort();
        var probe = Path.Combine(Path.GetTempPath(), $"probe-{Guid.NewGuid():N}");
        var start = new ProcessStartInfo("dotnet", [assembly, .. argumentsFor(port)])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        if (probed)
        {
            start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(ServerProcess).Assembly.Location;
            start.Environment[StartupHook.SocketVariable] = probe;
        }

        return new ServerProcess(start, port, probe);
    }

    /// <summary>Waits until an address answers 200 with that text.</summary>
    /// <returns>The time since the process was started.</returns>
    public async Task<TimeSpan> WaitForAsync(string address, string expected, TimeSpan patience)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Port.ToString(CultureInfo.InvariantCulture)}"), Timeout = patience };
        var waited = Stopwatch.StartNew();
        var last = "no answer";
        while (waited.Elapsed < patience)
        {
            if (process.HasExited) throw new InvalidOperationException($"The server ended with code {process.ExitCode}.\n{output}");
            try
            {
                using var answer = await http.GetAsync(address);
                var body = await answer.Content.ReadAsStringAsync();
                if (answer.StatusCode == HttpStatusCode.OK && body.Contains(expected, StringComparison.Ordinal)) return sinceStart.Elapsed;
                last = $"{answer.StatusCode}: {body[..Math.Min(1_000, body.Length)]}";
            }
            catch (HttpRequestException trouble)
            {
                last = trouble.Message;
            }

            await Task.Delay(5);
        }

        throw new TimeoutException($"{address} did not show '{expected}' within {patience}. Last: {last}\n{output}");
    }

    /// <summary>Bytes of memory the process holds now.</summary>
    public long ReadResidentBytes()
    {
        var line = File.ReadLines($"/proc/{process.Id}/status").First(text => text.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.AsSpan(6).TrimEnd("kB").Trim(), CultureInfo.InvariantCulture) * 1024;
    }

    /// <summary>Bytes allocated since the start, by all threads.</summary>
    public long ReadAllocatedBytes()
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(probeSocket));
        Span<byte> answer = stackalloc byte[32];
        return long.Parse(Encoding.ASCII.GetString(answer[..socket.Receive(answer)]), CultureInfo.InvariantCulture);
    }

    private void Keep(string? line)
    {
        lock (output)
        {
            if (line is not null && output.Length < 20_000) output.AppendLine(line);
        }
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        File.Delete(probeSocket);
    }
}
