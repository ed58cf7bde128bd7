namespace CityKnowledge.Cms.Web.GraphQl.Building;

/// <summary>Builds the schema while the site starts, so that the first query need not wait for it.</summary>
internal sealed class SchemaWarmUp(SchemaSource schemas) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => schemas.GetAsync();
}
