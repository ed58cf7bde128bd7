using System.IO.Compression;
using System.Net;
using System.Text;
using CityKnowledge.Cms.Content.Items;
using Jint;
using Jint.Native;
using Jint.Runtime;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace CityKnowledge.Cms.Content.Recipes;

/// <summary>An expression of a recipe fails; the message says why.</summary>
public sealed class RecipeScriptException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>What scripts may reach outside their recipe.</summary>
public sealed record RecipeScriptContext(IConfiguration Configuration, ILogger Log);

/// <summary>Runs the JavaScript of one recipe, with the functions that Orchard gives to recipes.</summary>
internal sealed class RecipeScript
{
    private const int LargestUnpacked = 64 * 1024 * 1024;
    private readonly RecipeScriptContext context;
    private readonly Func<string, string> variables;
    private readonly Func<string, string?> parameters;
    private readonly Dictionary<string, Prepared<Acornima.Ast.Script>> prepared = new(StringComparer.Ordinal);
    private Engine? engine;

    public RecipeScript(RecipeScriptContext context, Func<string, string> variables, Func<string, string?> parameters) =>
        (this.context, this.variables, this.parameters) = (context, variables, parameters);

    /// <summary>The value as text; empty for null and undefined.</summary>
    public string Run(string code)
    {
        try
        {
            engine ??= Start();
            var result = engine.Evaluate(Prepare(code));
            return result.IsNull() || result.IsUndefined() ? "" : TypeConverter.ToString(result);
        }
        catch (Exception trouble) when (trouble is JintException or Acornima.ParseErrorException or TimeoutException or FormatException or InvalidDataException)
        {
            throw new RecipeScriptException($"The script '{code.Trim()}' fails: {trouble.Message}", trouble);
        }
    }

    private Prepared<Acornima.Ast.Script> Prepare(string code)
    {
        if (!prepared.TryGetValue(code, out var script))
        {
            var options = new ScriptPreparationOptions { ParsingOptions = new ScriptParsingOptions { AllowReturnOutsideFunction = true } };
            prepared[code] = script = Engine.PrepareScript(code, options: options);
        }

        return script;
    }

    private Engine Start()
    {
        var started = new Engine(options => options.TimeoutInterval(TimeSpan.FromSeconds(5)).LimitRecursion(200).LimitMemory(256_000_000));
        started.SetValue("uuid", ContentId.New);
        started.SetValue("base64", (string text) => Encoding.UTF8.GetString(Convert.FromBase64String(text)));
        started.SetValue("html", (string text) => WebUtility.HtmlDecode(text));
        started.SetValue("gzip", Unpack);
        started.SetValue("variables", variables);
        started.SetValue("parameters", parameters);
        started.SetValue("configuration", (string key, JsValue whenAbsent) => Configured(key) is { } text ? new JsString(text) : whenAbsent);
        started.SetValue("log", (string level, string text, JsValue _) => Log(level, text));
        return started;
    }

    // A recipe may come from elsewhere: it learns settings, but no secrets.
    private string? Configured(string key) =>
        key.EndsWith("Password", StringComparison.OrdinalIgnoreCase) || key.Contains("ConnectionString", StringComparison.OrdinalIgnoreCase)
        || key.EndsWith("Secret", StringComparison.OrdinalIgnoreCase) || key.EndsWith("Key", StringComparison.OrdinalIgnoreCase)
            ? null
            : context.Configuration[key];

    private void Log(string level, string text) =>
        context.Log.Log(Enum.TryParse<LogLevel>(level, ignoreCase: true, out var known) ? known : LogLevel.Information, "Recipe: {Text}", text);

    private static string Unpack(string packed)
    {
        using var source = new GZipStream(new MemoryStream(Convert.FromBase64String(packed)), CompressionMode.Decompress);
        using var target = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = source.Read(buffer)) > 0)
        {
            if (target.Length + read > LargestUnpacked) throw new InvalidDataException("The packed text is larger than 64 MB.");
            target.Write(buffer, 0, read);
        }

        return Encoding.UTF8.GetString(target.ToArray());
    }
}
