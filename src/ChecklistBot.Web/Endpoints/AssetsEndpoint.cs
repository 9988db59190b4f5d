using ChecklistBot.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace ChecklistBot.Web.Endpoints;

/// <summary>The stylesheets and the script, to keep for ever: another content has another address.</summary>
internal static class AssetsEndpoint
{
    public static async Task HandleAsync(HttpContext context, Asset asset)
    {
        var response = context.Response;
        response.ContentType = asset.MediaType;
        response.ContentLength = asset.Content.Length;
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.XContentTypeOptions = "nosniff";
        await response.Body.WriteAsync(asset.Content, context.RequestAborted);
    }
}
