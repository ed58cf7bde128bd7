using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CityKnowledge.Cms.Storage;

/// <summary>The columns of a table and how their values are read from rows, taken from the EF model.</summary>
internal sealed class RowColumns
{
    private readonly IProperty[] properties;
    private readonly ValueConverter?[] converters;
    private readonly ISqlGenerationHelper sql;
    private readonly string table;

    public RowColumns(StorageContext db, Type rowType)
    {
        var entity = db.Model.FindEntityType(rowType)!;
        sql = db.GetService<ISqlGenerationHelper>();
        table = entity.GetTableName()!;
        properties = [.. entity.GetProperties()];
        converters = [.. properties.Select(property => property.GetTypeMapping().Converter)];
    }

    public int Count => properties.Length;

    /// <summary>The value as the database takes it, or null.</summary>
    public object? Read(object row, int column)
    {
        var value = properties[column].GetGetter().GetClrValue(row);
        return value is not null && converters[column] is { } converter ? converter.ConvertToProvider(value) : value;
    }

    public RelationalTypeMapping MappingOf(int column) => properties[column].GetRelationalTypeMapping();

    /// <summary>The statement for so many rows; parameters are named <c>@p0</c>, <c>@p1</c> … row after row.</summary>
    public string InsertSql(int rows)
    {
        var names = string.Join(", ", properties.Select(property => sql.DelimitIdentifier(property.GetColumnName())));
        var values = Enumerable.Range(0, rows).Select(row =>
            "(" + string.Join(", ", Enumerable.Range(row * Count, Count).Select(i => "@p" + i)) + ")");
        return $"INSERT INTO {sql.DelimitIdentifier(table)} ({names}) VALUES {string.Join(", ", values)}";
    }
}
