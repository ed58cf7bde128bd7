using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid.Values;
using Microsoft.Extensions.Primitives;

namespace CityKnowledge.Cms.Web.Liquid.Objects;

/// <summary><c>Request</c>: what the visitor asked for.</summary>
internal sealed class RequestObject : TemplateObject
{
    private static readonly Values Query = new(static (request, name) => request.Query[name]);
    private static readonly Values Headers = new(static (request, name) => request.Headers[name]);
    private static readonly Values Cookies = new(static (request, name) => request.Cookies[name]);
    private static readonly Values Form = new(static (request, name) => request.HasFormContentType ? request.Form[name] : default);
    private static readonly Values RouteValues = new(static (request, name) => request.RouteValues[name]?.ToString());

    protected override ValueTask<FluidValue> MemberAsync(string name, PageContext context)
    {
        var request = context.Page.Http.Request;
        // Pages that read these are made for one visitor.
        if (name is "Cookies" or "Headers" or "Form") context.Page.MayBeShared = false;
        return new(Lists(name) ?? Address(name, request) ?? Connection(name, request));
    }

    private static Values? Lists(string name) => name switch
    {
        "Query" => Query,
        "Headers" => Headers,
        "Cookies" => Cookies,
        "Form" => Form,
        "RouteValues" or "Route" => RouteValues,
        _ => null,
    };

    private static FluidValue? Address(string name, HttpRequest request) => name switch
    {
        "Path" => Text(request.Path.Value),
        "UriPath" => Text(request.Path.ToUriComponent()),
        "PathBase" => Text(request.PathBase.Value),
        "UriPathBase" => Text(request.PathBase.ToUriComponent()),
        "QueryString" => Text(request.QueryString.Value),
        "UriQueryString" => Text(request.QueryString.ToUriComponent()),
        "Host" => Text(request.Host.Value),
        "UriHost" => Text(request.Host.ToUriComponent()),
        _ => null,
    };

    private static FluidValue Connection(string name, HttpRequest request) => name switch
    {
        "Scheme" => Text(request.Scheme),
        "IsHttps" => Flag(request.IsHttps),
        "Method" => Text(request.Method),
        "Protocol" => Text(request.Protocol),
        "ContentType" => Text(request.ContentType),
        "ContentLength" => request.ContentLength is { } length ? NumberValue.Create(length) : NilValue.Instance,
        _ => NilValue.Instance,
    };

    private sealed class Values(Func<HttpRequest, string, StringValues> find) : TemplateObject
    {
        protected override ValueTask<FluidValue> MemberAsync(string name, PageContext context) => new(find(context.Page.Http.Request, name) switch
        {
            { Count: 0 } => NilValue.Instance,
            { Count: 1 } one => Text(one[0]),
            var several => new ArrayValue([.. several.Select(Text)]),
        });
    }
}
