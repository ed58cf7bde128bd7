using System.Text.Json;
using CityKnowledge.Cms.Content.Items;

namespace CityKnowledge.Cms.Content.Recipes;

/// <summary>Evaluates the expressions of one run of one recipe; a variable keeps its value for the whole run.</summary>
public sealed class RecipeExpressions
{
    private const int MostRepetitions = 20;
    private readonly RecipeDocument recipe;
    private readonly RecipeParameters parameters;
    private readonly RecipeScript script;
    private readonly Dictionary<string, string> variables = new(StringComparer.Ordinal);
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    internal RecipeExpressions(RecipeDocument recipe, RecipeParameters parameters, RecipeScriptContext context)
    {
        (this.recipe, this.parameters) = (recipe, parameters);
        script = new RecipeScript(context, GetVariable, name => parameters[name]);
    }

    /// <summary>The value of a string; itself when it is no expression.</summary>
    /// <exception cref="RecipeScriptException">The expression fails.</exception>
    public string Evaluate(string text)
    {
        for (var i = 0; ExpressionForm.TrySplit(text, out var prefix, out var code); i++)
        {
            if (i == MostRepetitions) throw new RecipeScriptException($"The expression '{text}' gives an expression again and again.");
            text = prefix switch
            {
                "js" => Short(code) ?? script.Run(code),
                "file" => ReadFile(code.Trim()),
                // Orchard's way with prefixes it does not know; some texts rely on it.
                _ => $"{prefix}:{code}",
            };
        }

        return text;
    }

    private string GetVariable(string name)
    {
        if (variables.TryGetValue(name, out var known)) return known;
        var written = recipe.Variables.Get(name);
        if (written.ValueKind == JsonValueKind.Undefined) throw new RecipeScriptException($"The variable '{name}' is not defined. Defined: {Defined()}.");
        if (!asked.Add(name)) throw new RecipeScriptException($"The variable '{name}' needs its own value.");
        return variables[name] = Evaluate(written.AsText() ?? written.GetRawText());
    }

    private string Defined()
    {
        var names = recipe.Variables.ValueKind == JsonValueKind.Object ? recipe.Variables.EnumerateObject().Select(variable => variable.Name).ToArray() : [];
        return names.Length == 0 ? "none" : string.Join(", ", names);
    }

    // A recipe has thousands of parameters('X') and variables('x'): they need no script engine.
    private string? Short(string code)
    {
        var call = code.AsSpan().Trim().TrimEnd(';').TrimEnd();
        if (Argument(call, "parameters(") is { } parameter) return parameters[parameter] ?? "";
        return Argument(call, "variables(") is { } variable ? GetVariable(variable) : null;
    }

    private static string? Argument(ReadOnlySpan<char> call, ReadOnlySpan<char> function)
    {
        if (!call.StartsWith(function, StringComparison.Ordinal) || call[^1] != ')') return null;
        var argument = call[function.Length..^1].Trim();
        if (argument.Length < 2 || argument[0] is not ('\'' or '"') || argument[^1] != argument[0]) return null;
        var name = argument[1..^1];
        return name.ContainsAny('\'', '"', '\\') ? null : name.ToString();
    }

    private string ReadFile(string call)
    {
        var text = FileName(call, "text('");
        var name = text ?? FileName(call, "base64('")
            ?? throw new RecipeScriptException($"'{call}' is no file expression. Right would be file:text('name') or file:base64('name').");
        if (recipe.Files is not { } files) throw new RecipeScriptException("This recipe did not come from a file, so there are no files beside it.");
        try
        {
            var path = files.Find(name);
            return text is null ? Convert.ToBase64String(File.ReadAllBytes(path)) : File.ReadAllText(path);
        }
        catch (Exception trouble) when (trouble is RecipeFileException or IOException or UnauthorizedAccessException)
        {
            throw new RecipeScriptException(trouble.Message, trouble);
        }
    }

    private static string? FileName(string call, string start) =>
        call.StartsWith(start, StringComparison.Ordinal) && call.EndsWith("')", StringComparison.Ordinal) ? call[start.Length..^2] : null;
}
