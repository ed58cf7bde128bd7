using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Benchmarks.Load;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Recipes;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web;
using CityKnowledge.Cms.Web.Setup;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CityKnowledge.Cms.Benchmarks.Seeds;

/// <summary>The site's own parts in this process, for work that has no door yet: bulk import and publishing.</summary>
internal sealed class SiteInProcess : IAsyncDisposable
{
    private const int ItemsPerSession = 2_500;
    private const int WarmUpRounds = 4;
    private readonly WebApplication app;

    private SiteInProcess(WebApplication app) => this.app = app;

    public static async Task<SiteInProcess> OpenAsync(string[] settings, string folder)
    {
        var built = Composition.Build(settings, folder, TextWriter.Null);
        await built.PrepareAsync();
        return new SiteInProcess(built);
    }

    /// <summary>Imports as the <c>content</c> step of a recipe does: JSON in, committed items out. Making the JSON is not timed.</summary>
    public async Task<Row> ImportAsync(IEnumerable<Seed> seeds)
    {
        var times = new List<long>();
        var (count, total, processor, allocated) = (0, TimeSpan.Zero, TimeSpan.Zero, 0L);
        foreach (var texts in seeds.Select(seed => JsonSerializer.SerializeToUtf8Bytes(seed.Json)).Chunk(ItemsPerSession))
        {
            // As every other workload it is measured warm: the first items go in and are taken back until the runtime has compiled what they use.
            for (var round = 0; count == 0 && round < WarmUpRounds; round++) await ImportAsync(texts, isKept: false);
            var (start, used, before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
            await ImportAsync(texts, isKept: true);
            times.Add((Stopwatch.GetTimestamp() - start) / texts.Length);
            count += texts.Length;
            total += Stopwatch.GetElapsedTime(start);
            processor += Environment.CpuUsage.TotalTime - used;
            allocated += GC.GetTotalAllocatedBytes() - before;
        }

        var load = LoadResult.Of(times, total) with { Count = count, PerSecond = count / total.TotalSeconds };
        return new Row("bulk import (in process)", load) { Processor = processor / count, Allocated = allocated / count };
    }

    private async Task ImportAsync(byte[][] texts, bool isKept)
    {
        await using var session = await app.Services.GetRequiredService<ContentSessions>().BeginAsync(Caller.Site);
        await session.Items.ImportAsync([.. texts.Select(text => ContentDraft.FromJson(JsonDocument.Parse(text).RootElement))]);
        if (isKept) await session.CommitAsync();
    }

    /// <summary>Adds the type with the long form.</summary>
    public async Task AddLongFormAsync(string taxonomyId)
    {
        var recipe = RecipeDocument.Parse(LongForm.Recipe(taxonomyId), LongForm.Type);
        await app.Services.GetRequiredService<RecipeRunner>().RunAsync(recipe, Caller.Site);
    }

    /// <summary>Changes items one after the other: save a draft, publish it, each durable on its own.</summary>
    public async Task<LoadResult> PublishAsync(IEnumerable<SeedItem> items, TimeSpan duration)
    {
        var (reader, editor) = (app.Services.GetRequiredService<ContentReader>(), app.Services.GetRequiredService<ContentEditor>());
        var times = new List<long>();
        var start = Stopwatch.GetTimestamp();
        foreach (var item in items)
        {
            if (Stopwatch.GetElapsedTime(start) > duration) break;
            var begun = Stopwatch.GetTimestamp();
            var draft = ContentDraft.FromItem((await reader.FindPublishedAsync(item.Id))!);
            draft.Part("Knowledge")["SourceNote"] = new JsonObject { ["Text"] = $"Changed as number {times.Count}." };
            await editor.SaveDraftAsync(Caller.Site, draft);
            var published = await editor.PublishAsync(Caller.Site, item.Id);
            if (published?.Published != true) throw new WrongAnswerException($"'{item.Title}' was not published.");
            times.Add(Stopwatch.GetTimestamp() - begun);
        }

        return LoadResult.Of(times, Stopwatch.GetElapsedTime(start));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
