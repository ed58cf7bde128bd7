using System.Globalization;
using System.Text;
using CityKnowledge.Cms.Benchmarks.Load;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CityKnowledge.Cms.Benchmarks.Servers;

/// <summary>The yardstick: the same web server answering 1 kB that it has ready.</summary>
internal static class BareServer
{
    public const string Command = "bare";

    public static Exchange Exchange { get; } = Load.Exchange.Get("/", "bare");

    public static ServerProcess Start() => ServerProcess.Start(
        typeof(BareServer).Assembly.Location, AppContext.BaseDirectory, probed: true,
        port => [Command, port.ToString(CultureInfo.InvariantCulture)]);

    public static async Task RunAsync(string port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        var body = Encoding.ASCII.GetBytes("bare".PadRight(1024, '.'));
        app.MapGet("/", context =>
        {
            context.Response.ContentType = "text/plain";
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body).AsTask();
        });
        await app.RunAsync($"http://127.0.0.1:{port}");
    }
}
