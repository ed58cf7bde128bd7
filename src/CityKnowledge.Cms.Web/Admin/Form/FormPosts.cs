using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>Reads what a form sent, with people as ids wherever they were written by name.</summary>
internal sealed class FormPosts(FormTickets tickets, People people)
{
    public async Task<FormPost> ReadAsync(IFormCollection form, FormPlan plan)
    {
        var post = FormPost.Read(form, plan);
        foreach (var name in plan.Members.Where(member => member.IsPerson).Select(member => member.Name))
        {
            // A name that nobody has stays as it was typed.
            if (post.Typed.Last(name).Trim() is { Length: > 0 } person && await people.FindIdAsync(person) is { } id) post.Typed.Set(name, [id]);
        }

        return post;
    }

    /// <summary>Null when the post brought no ticket of this caller.</summary>
    public FormTicket? FindTicket(Caller caller, FormPost post) => tickets.Open(caller, post.Ticket);
}
