using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace ChecklistBot.Web.Tests.Support;

/// <summary>How long a browser may take on a busy machine before a test gives up, in milliseconds.</summary>
internal static class Patience
{
    private const float Milliseconds = 30_000;

    [ModuleInitializer]
    internal static void Set() => Assertions.SetDefaultExpectTimeout(Milliseconds);
}
