using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CityKnowledge.Cms.Storage.Migrations.Sqlite
{
    /// <summary>
    /// Keeps the rows of the value tables and of the addresses in the order of their key. With SQLite's hidden row number each row
    /// would stand in one tree more, which makes writing slower and the file larger. Nothing else about the tables changes.
    /// </summary>
    public partial class RowsByTheirKey : Migration
    {
        private const string Found = "\"KeyId\", \"Published\", \"Value\", \"RowId\"";

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => Rebuild(migrationBuilder, " WITHOUT ROWID");

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => Rebuild(migrationBuilder, "");

        private static void Rebuild(MigrationBuilder migration, string kind)
        {
            RebuildValues(migration, kind, "Texts", "\"Value\" TEXT COLLATE BINARY NULL, \"Whole\" TEXT NULL", Found);
            RebuildValues(migration, kind, "Numbers", "\"Value\" REAL NULL", Found);
            RebuildValues(migration, kind, "Flags", "\"Value\" INTEGER NULL", Found);
            RebuildValues(migration, kind, "Moments", "\"Value\" INTEGER NULL", Found);
            RebuildValues(migration, kind, "Terms", "\"TermId\" TEXT NOT NULL, \"VocabularyId\" TEXT NULL", "\"TermId\", \"Published\", \"KeyId\", \"RowId\"");
            RebuildValues(migration, kind, "References", "\"TargetId\" TEXT NOT NULL", "\"TargetId\", \"Published\", \"KeyId\", \"RowId\"");
            Rebuild(
                migration, kind, "Paths",
                "\"Path\" TEXT NOT NULL, \"DocumentId\" TEXT NOT NULL, \"ContainedId\" TEXT NOT NULL, \"State\" INTEGER NOT NULL",
                "\"Path\", \"DocumentId\", \"ContainedId\"", "\"DocumentId\"");
        }

        private static void RebuildValues(MigrationBuilder migration, string kind, string table, string values, string index) => Rebuild(
            migration, kind, table,
            $"\"RowId\" INTEGER NOT NULL, \"KeyId\" INTEGER NOT NULL, \"Position\" INTEGER NOT NULL, {values}, \"Latest\" INTEGER NOT NULL, \"Published\" INTEGER NOT NULL",
            "\"RowId\", \"KeyId\", \"Position\"", index);

        // The columns stand in the same order as before, so that whole rows can be taken over.
        private static void Rebuild(MigrationBuilder migration, string kind, string table, string columns, string key, string index)
        {
            var name = $"IX_{table}_{index.Replace("\"", "").Replace(", ", "_")}";
            migration.Sql($"CREATE TABLE \"{table}_new\" ({columns}, CONSTRAINT \"PK_{table}\" PRIMARY KEY ({key})){kind};");
            migration.Sql($"INSERT INTO \"{table}_new\" SELECT * FROM \"{table}\" ORDER BY {key};");
            migration.Sql($"DROP TABLE \"{table}\";");
            migration.Sql($"ALTER TABLE \"{table}_new\" RENAME TO \"{table}\";");
            migration.Sql($"CREATE INDEX \"{name}\" ON \"{table}\" ({index});");
        }
    }
}
