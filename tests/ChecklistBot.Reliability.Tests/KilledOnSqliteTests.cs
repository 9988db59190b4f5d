using ChecklistBot.Reliability.Tests.Town;
using ChecklistBot.Storage.Tests.Postgres;

namespace ChecklistBot.Reliability.Tests;

public sealed class KilledOnSqliteTests(PostgresServer server) : KilledUnderLoadTests(server, Engine.Sqlite);
