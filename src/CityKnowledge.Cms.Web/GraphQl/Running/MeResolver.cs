using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using CityKnowledge.Cms.Web.GraphQl.Building;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Web.GraphQl.Running;

/// <summary>The signed-in user; null for a visitor.</summary>
internal sealed class MeResolver(Store store) : IFieldResolver
{
    public async ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        if (RequestState.Of(context).Rights.Caller.UserId is not { } id) return null;
        await using var db = store.OpenRead();
        return await db.Users.AsNoTracking().FirstOrDefaultAsync(user => user.Id == id, context.CancellationToken);
    }

    public static ObjectGraphType MakeType(Scalars scalars)
    {
        var type = new ObjectGraphType { Name = "User" };
        Add("userId", user => user.Id);
        Add("userName", user => user.UserName);
        Add("email", user => user.Email);
        Add("phoneNumber", user => user.PhoneNumber);
        return type;

        void Add(string name, Func<UserRow, string?> read) => type.AddField(new FieldType
        {
            Name = name,
            ResolvedType = scalars.Text,
            Resolver = new FuncFieldResolver<UserRow, string>(context => read(context.Source)),
        });
    }
}
