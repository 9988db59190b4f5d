using ChecklistBot.Sbom;

// ChecklistBot.Sbom FILE: writes the bill of materials of the published binary (CycloneDX 1.6, JSON).
if (args is not [var file])
{
    Console.Error.WriteLine("Usage: ChecklistBot.Sbom FILE");
    return 2;
}

var checkout = Checkout.Find(AppContext.BaseDirectory);
var packages = new PackageFolder(checkout);
Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
File.WriteAllText(file, CycloneDx.Write(checkout.Version, [.. checkout.Shipped().Select(packages.Describe)]));
Console.WriteLine($"{checkout.Shipped().Count} packages in {file}.");
return 0;
