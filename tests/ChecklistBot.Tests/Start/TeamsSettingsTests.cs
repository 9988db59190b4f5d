using ChecklistBot.Tests.Harness;

namespace ChecklistBot.Tests.Start;

public sealed class TeamsSettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_authentication_Teams_is_on_in_Development_on_loopback_with_no_application()
    {
        var reading = Reading.InDevelopment(_folder.FullPath, ("Teams:Authentication", "none"));

        Assert.Empty(reading.Findings.Problems);
        Assert.True(reading.Settings!.Teams.IsOn);
    }

    [Fact]
    public void Without_authentication_the_start_is_refused_outside_Development() =>
        Assert.Equal(["Teams:Authentication"], Reading.InProduction(_folder.FullPath, ("Teams:Authentication", "none")).RefusedKeys);

    [Fact]
    public void Without_authentication_the_start_is_refused_when_any_address_is_open_to_others()
    {
        var reading = Reading.InDevelopment(
            _folder.FullPath, ("Teams:Authentication", "none"), ("Urls", "http://127.0.0.1:5080;http://0.0.0.0:5081"), ("Web:Key", "k"));

        Assert.Equal(["Teams:Authentication"], reading.RefusedKeys);
    }

    [Fact]
    public void A_fixed_token_is_refused_outside_Development()
    {
        Assert.Equal(["Teams:Token"], Reading.InProduction(_folder.FullPath, ("Teams:Token", "t")).RefusedKeys);
        Assert.Empty(Reading.InDevelopment(_folder.FullPath, ("Teams:Token", "t")).RefusedKeys);
    }

    [Theory]
    [InlineData("ClientSecret", "Teams:ClientSecret")]
    [InlineData("Certificate", "Teams:CertificatePath")]
    [InlineData("WorkloadIdentity", "Teams:Credential")]
    public void Each_credential_needs_its_own_setting(string credential, string refused) =>
        Assert.Equal([refused], With(("Teams:Credential", credential)).RefusedKeys);

    [Fact]
    public void A_certificate_that_is_not_there_is_refused() =>
        Assert.Equal(["Teams:CertificatePath"], With(("Teams:Credential", "certificate"), ("Teams:CertificatePath", "none.pem")).RefusedKeys);

    [Fact]
    public void A_certificate_is_looked_for_in_the_folder_that_the_bot_was_started_from()
    {
        using var key = System.Security.Cryptography.RSA.Create(2048);
        using var certificate = new System.Security.Cryptography.X509Certificates.CertificateRequest(
            "CN=bot", key, System.Security.Cryptography.HashAlgorithmName.SHA256, System.Security.Cryptography.RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(_folder.File("bot.pem"), certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        File.WriteAllBytes(_folder.File("bot.pfx"), certificate.Export(System.Security.Cryptography.X509Certificates.X509ContentType.Pfx));

        Assert.Empty(With(("Teams:Credential", "Certificate"), ("Teams:CertificatePath", "bot.pfx")).RefusedKeys);
        Assert.Empty(With(("Teams:Credential", "Certificate"), ("Teams:CertificatePath", "bot.pem")).RefusedKeys);
    }

    [Theory]
    [InlineData("bot.pem", "")]
    [InlineData("bot.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")]
    [InlineData("bot.pfx", "Dear Sir or Madam")]
    [InlineData("bot.txt", "")]
    public void A_file_that_is_no_certificate_with_its_key_is_refused_before_anybody_waits_for_an_answer(string name, string content)
    {
        File.WriteAllText(_folder.File(name), content);

        Assert.Equal(["Teams:CertificatePath"], With(("Teams:Credential", "Certificate"), ("Teams:CertificatePath", name)).RefusedKeys);
    }

    [Fact]
    public void A_key_that_is_not_rsa_is_refused()
    {
        using var key = System.Security.Cryptography.ECDsa.Create();
        using var certificate = new System.Security.Cryptography.X509Certificates.CertificateRequest(
            "CN=bot", key, System.Security.Cryptography.HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(_folder.File("bot.pem"), certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());

        Assert.Equal(["Teams:CertificatePath"], With(("Teams:Credential", "Certificate"), ("Teams:CertificatePath", "bot.pem")).RefusedKeys);
    }

    [Fact]
    public void A_workload_identity_whose_token_file_is_not_there_is_refused()
    {
        Assert.Equal(["Teams:Credential"], With(("Teams:Credential", "WorkloadIdentity"), ("AZURE_FEDERATED_TOKEN_FILE", _folder.File("none"))).RefusedKeys);
        File.WriteAllText(_folder.File("token"), "t");
        Assert.Empty(With(("Teams:Credential", "WorkloadIdentity"), ("AZURE_FEDERATED_TOKEN_FILE", _folder.File("token"))).RefusedKeys);
    }

    [Fact]
    public void A_directory_with_characters_that_none_has_is_refused() =>
        Assert.Equal(["Teams:TenantId"], Reading.InProduction(_folder.FullPath, ("Teams:AppId", "app"), ("Teams:ClientSecret", "s"), ("Teams:TenantId", "my tenant")).RefusedKeys);

    [Fact]
    public void A_managed_identity_needs_nothing_more() =>
        Assert.Empty(With(("Teams:Credential", "ManagedIdentity")).RefusedKeys);

    [Fact]
    public void A_fixed_token_stands_for_a_credential_in_Development() =>
        Assert.Empty(Reading.InDevelopment(
            _folder.FullPath, ("Teams:AppId", "app"), ("Teams:TenantId", "home"), ("Teams:Token", "t")).RefusedKeys);

    [Fact]
    public void Settings_of_Teams_without_its_application_are_noticed()
    {
        var reading = Reading.InDevelopment(_folder.FullPath, ("Teams:TenantId", "home"));

        Assert.Empty(reading.Findings.Problems);
        Assert.Contains("Teams:AppId", Assert.Single(reading.Findings.Notices), StringComparison.Ordinal);
    }

    private Reading With(params (string Key, string Value)[] settings) =>
        Reading.InProduction(_folder.FullPath, [("Teams:AppId", "app"), ("Teams:TenantId", "home"), .. settings]);
}
