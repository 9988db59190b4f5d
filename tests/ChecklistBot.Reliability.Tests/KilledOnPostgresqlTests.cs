using ChecklistBot.Reliability.Tests.Town;
using ChecklistBot.Storage.Tests.Postgres;

namespace ChecklistBot.Reliability.Tests;

public sealed class KilledOnPostgresqlTests(PostgresServer server) : KilledUnderLoadTests(server, Engine.Postgresql);
