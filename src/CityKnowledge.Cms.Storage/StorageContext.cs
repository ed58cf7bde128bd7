using CityKnowledge.Cms.Storage.Rows;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CityKnowledge.Cms.Storage;

/// <summary>The tables: documents by version, their index rows, the change log, and accounts.</summary>
public abstract class StorageContext(DbContextOptions options) : IdentityUserContext<UserRow>(options)
{
    public DbSet<VersionRow> Versions => Set<VersionRow>();
    public DbSet<TextRow> Texts => Set<TextRow>();
    public DbSet<NumberRow> Numbers => Set<NumberRow>();
    public DbSet<FlagRow> Flags => Set<FlagRow>();
    public DbSet<MomentRow> Moments => Set<MomentRow>();
    public DbSet<TermRow> Terms => Set<TermRow>();
    public DbSet<ReferenceRow> References => Set<ReferenceRow>();
    public DbSet<KeyRow> Keys => Set<KeyRow>();
    public DbSet<PathRow> Paths => Set<PathRow>();
    public DbSet<AliasRow> Aliases => Set<AliasRow>();
    public DbSet<SettingRow> Settings => Set<SettingRow>();
    public DbSet<ChangeRow> Changes => Set<ChangeRow>();
    public DbSet<CursorRow> Cursors => Set<CursorRow>();
    public DbSet<AuditRow> Audit => Set<AuditRow>();

    /// <summary>The collation under which text sorts by its code points, as the folded text expects.</summary>
    protected abstract string OrdinalCollation { get; }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        base.OnModelCreating(builder);
        MapVersions(builder.Entity<VersionRow>());
        MapValues<TextRow>(builder, "Texts", row => row.HasIndex(x => new { x.KeyId, x.Published, x.Value, x.RowId }));
        MapValues<NumberRow>(builder, "Numbers", row => row.HasIndex(x => new { x.KeyId, x.Published, x.Value, x.RowId }));
        MapValues<FlagRow>(builder, "Flags", row => row.HasIndex(x => new { x.KeyId, x.Published, x.Value, x.RowId }));
        MapValues<MomentRow>(builder, "Moments", row => row.HasIndex(x => new { x.KeyId, x.Published, x.Value, x.RowId }));
        MapValues<TermRow>(builder, "Terms", row => row.HasIndex(x => new { x.TermId, x.Published, x.KeyId, x.RowId }));
        MapValues<ReferenceRow>(builder, "References", row => row.HasIndex(x => new { x.TargetId, x.Published, x.KeyId, x.RowId }));
        builder.Entity<TextRow>().Property(x => x.Value).HasMaxLength(TextRow.IndexedLength).UseCollation(OrdinalCollation);
        builder.Entity<TermRow>().Property(x => x.TermId).HasMaxLength(26);
        builder.Entity<ReferenceRow>().Property(x => x.TargetId).HasMaxLength(26);
        MapNames(builder);
        MapLog(builder);
        MapPasskeys(builder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        // Ticks compare alike in every database; text forms of dates and microsecond rounding do not.
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcTicks>();
    }

    private void MapVersions(EntityTypeBuilder<VersionRow> row)
    {
        row.ToTable("Versions").HasKey(x => x.Id);
        row.Property(x => x.Id).ValueGeneratedNever();
        row.Property(x => x.DocumentId).HasMaxLength(26);
        row.Property(x => x.VersionId).HasMaxLength(26);
        row.Property(x => x.TitleKey).UseCollation(OrdinalCollation);
        row.Property(x => x.Stamp).IsConcurrencyToken();
        row.HasIndex(x => x.VersionId).IsUnique();
        row.HasIndex(x => new { x.DocumentId, x.Published, x.Latest });
        row.HasIndex(x => new { x.Published, x.Kind, x.CreatedUtc, x.Id });
        row.HasIndex(x => new { x.Published, x.Kind, x.PublishedUtc, x.Id });
        // The last three columns answer the filters of lists for editors: a list that finds little reads the index alone, not every row.
        row.HasIndex(x => new { x.Latest, x.ModifiedUtc, x.Id, x.Kind, x.Published, x.Owner });
        row.HasIndex(x => new { x.Latest, x.CreatedUtc, x.Id, x.Kind, x.Published, x.Owner });
        row.HasIndex(x => new { x.Latest, x.PublishedUtc, x.Id, x.Kind, x.Published, x.Owner });
        row.HasIndex(x => new { x.Latest, x.TitleKey, x.Id, x.Kind, x.Published, x.Owner });
        row.HasIndex(x => x.BinnedUtc);
    }

    private static void MapValues<TRow>(ModelBuilder builder, string table, Action<EntityTypeBuilder<TRow>> index)
        where TRow : ValueRow
    {
        var row = builder.Entity<TRow>();
        row.ToTable(table).HasKey(x => new { x.RowId, x.KeyId, x.Position });
        index(row);
    }

    private static void MapNames(ModelBuilder builder)
    {
        builder.Entity<KeyRow>(row =>
        {
            row.ToTable("Keys").Property(x => x.Id).ValueGeneratedNever();
            row.HasIndex(x => x.Name).IsUnique();
        });
        builder.Entity<PathRow>(row =>
        {
            row.ToTable("Paths").HasKey(x => new { x.Path, x.DocumentId, x.ContainedId });
            row.Property(x => x.Path).HasMaxLength(1024);
            row.HasIndex(x => x.DocumentId);
        });
        builder.Entity<AliasRow>(row =>
        {
            row.ToTable("Aliases").HasKey(x => new { x.Alias, x.DocumentId });
            row.Property(x => x.Alias).HasMaxLength(735);
            row.HasIndex(x => x.DocumentId);
        });
        builder.Entity<SettingRow>(row =>
        {
            row.ToTable("Settings").HasKey(x => x.Name);
            row.Property(x => x.Stamp).IsConcurrencyToken();
        });
    }

    // Identity maps passkeys by a setting of the program that runs; tables must not depend on which program made them.
    private static void MapPasskeys(ModelBuilder builder) => builder.Entity<IdentityUserPasskey<string>>(row =>
    {
        row.ToTable("AspNetUserPasskeys").HasKey(x => x.CredentialId);
        row.Property(x => x.CredentialId).HasMaxLength(1024);
        row.OwnsOne(x => x.Data).ToJson();
        row.HasOne<UserRow>().WithMany().HasForeignKey(x => x.UserId).IsRequired();
    });

    private static void MapLog(ModelBuilder builder)
    {
        builder.Entity<ChangeRow>(row =>
        {
            row.ToTable("Changes").HasKey(x => x.Sequence);
            row.Property(x => x.Sequence).ValueGeneratedNever();
        });
        builder.Entity<AuditRow>(row =>
        {
            row.ToTable("Audit").HasKey(x => x.Id);
            row.HasIndex(x => new { x.SubjectId, x.Id });
            row.HasIndex(x => new { x.UserId, x.Id });
            row.HasIndex(x => new { x.Category, x.Event, x.Id });
        });
        builder.Entity<CursorRow>(row => row.ToTable("Cursors").HasKey(x => x.Consumer));
    }

    private sealed class UtcTicks() : ValueConverter<DateTime, long>(
        moment => moment.Ticks,
        ticks => new DateTime(ticks, DateTimeKind.Utc));
}
