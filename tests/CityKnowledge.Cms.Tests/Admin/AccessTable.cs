namespace CityKnowledge.Cms.Tests.Admin;

/// <summary>What each kind of person is answered at each address, as written down for people to check.</summary>
internal static class AccessTable
{
    /// <summary>Set it to write the table anew: <c>CITYKNOWLEDGE_WRITE_ACCESS_TABLE=1 tests/run …</c>, then read the difference.</summary>
    public const string WriteVariable = "CITYKNOWLEDGE_WRITE_ACCESS_TABLE";

    private const int AddressWidth = 84;

    private static readonly string File = Path.Combine(Repository.Root, "tests", "CityKnowledge.Cms.Tests", "Admin", "AccessTable.txt");

    /// <summary>One line: verb, address, and the answer to each person in the order of <see cref="AccessTableTests.People"/>.</summary>
    public static string Line(AdminAddress address, IEnumerable<string> answers) =>
        $"{address.Verb,-6} {address.Route,-AddressWidth} {string.Join(' ', answers.Select((answer, i) => answer.PadRight(AccessTableTests.People[i].Name.Length)))}".TrimEnd();

    /// <summary>Says what the written table lacks and what it has too much, or writes it.</summary>
    public static IEnumerable<string> Compare(IReadOnlyList<string> lines)
    {
        if (Environment.GetEnvironmentVariable(WriteVariable) is { Length: > 0 })
        {
            System.IO.File.WriteAllLines(File, [.. Head(), .. lines]);
            return [];
        }

        var written = Read();
        return [.. lines.Except(written).Select(line => "add    " + line), .. written.Except(lines).Select(line => "remove " + line)];
    }

    /// <summary>The lines as they are written down; of each the last word is what the administrator is answered.</summary>
    public static IReadOnlyList<string> Read() =>
        System.IO.File.Exists(File) ? [.. System.IO.File.ReadAllLines(File).Where(line => line.Length > 0 && line[0] != '#')] : [];

    private static IEnumerable<string> Head() =>
    [
        "# Who is answered what in the administration. Checked against the running site by AccessTableTests.",
        $"# To write it anew set {WriteVariable}=1, run that test, and read the difference line by line.",
        "# login: sent to the sign-in page. 200: may. 302: done. 400: may, but the empty form lacked something. 403: may not. 404: nothing there, or not for this person. 405: nobody does this here.",
        $"#      {"",-AddressWidth} {string.Join(' ', AccessTableTests.People.Select(person => person.Name))}",
    ];
}
