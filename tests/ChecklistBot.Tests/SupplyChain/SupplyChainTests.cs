using System.Text.Json;
using System.Text.RegularExpressions;
using ChecklistBot.Sbom;
using ChecklistBot.Tests.Harness;

namespace ChecklistBot.Tests.SupplyChain;

/// <summary>What others wrote is named, locked and licensed.</summary>
public sealed partial class SupplyChainTests
{
    /// <summary>What a company may ship and link without giving anything of its own away; another licence is a question to people first.</summary>
    private static readonly string[] Permissive = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "PostgreSQL", "MS-PL", "0BSD", "ISC"];

    private readonly Checkout checkout = Checkout.Find(AppContext.BaseDirectory);

    [Fact]
    public void The_list_of_other_peoples_work_is_in_step_with_the_lock_files()
    {
        var packages = new PackageFolder(checkout);
        var list = ThirdPartyList.Write(checkout.Shipped().Select(packages.Describe), checkout.Others().Select(packages.Describe));
        var path = Repository.File("docs/third-party.md");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            File.WriteAllText(path, list);

        Assert.Equal(File.ReadAllText(path), list);
    }

    [Fact]
    public void The_binary_holds_permissively_licensed_work_only()
    {
        var packages = new PackageFolder(checkout);
        Assert.All(checkout.Shipped().Select(packages.Describe), component => Assert.Contains(component.Licence, Permissive));
    }

    [Fact]
    public void The_bill_of_materials_names_every_package_once_with_its_licence_and_knows_what_it_refers_to()
    {
        var packages = new PackageFolder(checkout);
        var shipped = checkout.Shipped();
        var text = CycloneDx.Write(checkout.Version, [.. shipped.Select(packages.Describe)]);
        Assert.Equal(text, CycloneDx.Write(checkout.Version, [.. shipped.Select(packages.Describe)]));

        using var bill = JsonDocument.Parse(text);
        Assert.Equal(("CycloneDX", "1.6"), (bill.RootElement.GetProperty("bomFormat").GetString(), bill.RootElement.GetProperty("specVersion").GetString()));
        Assert.Matches("^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", bill.RootElement.GetProperty("serialNumber").GetString());
        var components = bill.RootElement.GetProperty("components").EnumerateArray().ToList();
        Assert.Equal(shipped.Select(package => package.Id), components.Select(component => component.GetProperty("name").GetString()));
        Assert.All(components, component => Assert.NotEmpty(component.GetProperty("licenses")[0].GetProperty("expression").GetString()!));
        var known = components.Select(component => component.GetProperty("bom-ref").GetString())
            .Append(bill.RootElement.GetProperty("metadata").GetProperty("component").GetProperty("bom-ref").GetString()).ToList();
        Assert.Distinct(known);
        var dependencies = bill.RootElement.GetProperty("dependencies").EnumerateArray().ToList();
        Assert.Equal(known.Order(StringComparer.Ordinal), dependencies.Select(one => one.GetProperty("ref").GetString()).Order(StringComparer.Ordinal));
        Assert.All(dependencies.SelectMany(one => one.GetProperty("dependsOn").EnumerateArray()), to => Assert.Contains(to.GetString(), known));
    }

    [Fact]
    public void Every_project_is_locked_and_no_lock_names_where_packages_came_from()
    {
        var projects = new[] { "src", "tests", "tools" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.File(folder), "*.csproj", SearchOption.AllDirectories))
            .Select(project => Path.GetDirectoryName(project)!)
            .Where(folder => !folder.Contains("node_modules", StringComparison.Ordinal));
        foreach (var project in projects)
        {
            Assert.True(File.Exists(Path.Combine(project, "packages.lock.json")), $"{project} has no lock: restore it, and commit the file.");
            if (project.StartsWith(Repository.File("src"), StringComparison.Ordinal))
                Assert.True(File.Exists(Path.Combine(project, "packages.linux-x64.lock.json")), $"{project} has no lock for publishing: publish it with -r linux-x64.");
            Assert.All(Directory.EnumerateFiles(project, "packages*.lock.json"), file => Assert.DoesNotMatch(Address(), File.ReadAllText(file)));
        }
    }

    [GeneratedRegex("[a-z]+://", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
