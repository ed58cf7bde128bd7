using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CityKnowledge.Cms.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class EditorLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Versions_Latest_CreatedUtc_Id",
                table: "Versions");

            migrationBuilder.DropIndex(
                name: "IX_Versions_Latest_ModifiedUtc_Id",
                table: "Versions");

            migrationBuilder.DropIndex(
                name: "IX_Versions_Latest_TitleKey_Id",
                table: "Versions");

            migrationBuilder.CreateIndex(
                name: "IX_Versions_Latest_CreatedUtc_Id_Kind_Published_Owner",
                table: "Versions",
                columns: new[] { "Latest", "CreatedUtc", "Id", "Kind", "Published", "Owner" });

            migrationBuilder.CreateIndex(
                name: "IX_Versions_Latest_ModifiedUtc_Id_Kind_Published_Owner",
                table: "Versions",
                columns: new[] { "Latest", "ModifiedUtc", "Id", "Kind", "Published", "Owner" });

            migrationBuilder.CreateIndex(
                name: "IX_Versions_Latest_PublishedUtc_Id_Kind_Published_Owner",
                table: "Versions",
                columns: new[] { "Latest", "PublishedUtc", "Id", "Kind", "Published", "Owner" });

            migrationBuilder.CreateIndex(
                name: "IX_Versions_Latest_TitleKey_Id_Kind_Published_Owner",
                table: "Versions",
                columns: new[] { "Latest", "TitleKey", "Id", "Kind", "Published", "Owner" });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_Category_Event_Id",
                table: "Audit",
                columns: new[] { "Category", "Event", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Versions_Latest_CreatedUtc_Id_Kind_Published_Owner",
                table: "Versions");

            migrationBuilder.DropIndex(
                name: "IX_Versions_Latest_ModifiedUtc_Id_Kind_Published_Owner",
                table: "Versions");

            migrationBuilder.DropIndex(
                name: "IX_Versions_Latest_PublishedUtc_Id_Kind_Published_Owner",
                table: "Versions");

            migrationBuilder.DropIndex(
                name: "IX_Versions_Latest_TitleKey_Id_Kind_Published_Owner",
                table: "Versions");

            migrationBuilder.DropIndex(
                name: "IX_Audit_Category_Event_Id",
                table: "Audit");

            migrationBuilder.CreateIndex(
                name: "IX_Versions_Latest_CreatedUtc_Id",
                table: "Versions",
                columns: new[] { "Latest", "CreatedUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Versions_Latest_ModifiedUtc_Id",
                table: "Versions",
                columns: new[] { "Latest", "ModifiedUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Versions_Latest_TitleKey_Id",
                table: "Versions",
                columns: new[] { "Latest", "TitleKey", "Id" });
        }
    }
}
