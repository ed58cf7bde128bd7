using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace CityKnowledge.Cms.Tests.Admin.Shell;

/// <summary>The English keys of sentences, as the compiler made them of interpolated strings.</summary>
internal static class SentencesInCode
{
    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>The key → the method that says it.</summary>
    public static IReadOnlyDictionary<string, string> Find(Assembly assembly)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var method in assembly.GetTypes().SelectMany(type => type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All))))
        {
            foreach (var key in KeysOf(method)) found.TryAdd(key, $"{method.DeclaringType}.{method.Name}");
        }

        return found;
    }

    // A sentence is pushed, then its values, which may be sentences themselves; then both are taken together.
    private static IEnumerable<string> KeysOf(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code) yield break;
        var pushed = new Stack<string>();
        string? last = null;
        foreach (var (operation, token) in Read(code))
        {
            if (operation == OpCodes.Ldstr)
            {
                last = method.Module.ResolveString(token);
            }
            else if (operation == OpCodes.Newarr || IsNoValues(operation, method, token))
            {
                if (last is not null) pushed.Push(last);
                last = null;
            }
            else if (operation.OperandType == OperandType.InlineMethod)
            {
                last = null;
                if (Resolve(method, token) is not { } called || called.GetParameters() is not [.., { ParameterType: { IsArray: true } values }] || values != typeof(object[])) continue;
                if (pushed.TryPop(out var key) && called.DeclaringType == typeof(FormattableStringFactory)) yield return key;
            }
            else if (!operation.Name!.StartsWith("ldc.i4", StringComparison.Ordinal))
            {
                last = null;
            }
        }
    }

    private static bool IsNoValues(OpCode operation, MethodBase method, int token) =>
        operation.OperandType == OperandType.InlineMethod && Resolve(method, token) is { Name: nameof(Array.Empty) } called && called.DeclaringType == typeof(Array);

    private static MethodBase? Resolve(MethodBase method, int token) => method.Module.ResolveMethod(
        token,
        method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null,
        method.IsGenericMethod ? method.GetGenericArguments() : null);

    private static IEnumerable<(OpCode Operation, int Token)> Read(byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var operation = code[at] == 0xFE ? Codes[(short)(0xFE00 | code[at + 1])] : Codes[code[at]];
            at += operation.Size;
            var length = operation.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
            yield return (operation, length == 4 ? BitConverter.ToInt32(code, at) : 0);
            at += length;
        }
    }
}
