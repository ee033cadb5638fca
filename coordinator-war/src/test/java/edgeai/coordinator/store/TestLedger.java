package edgeai.coordinator.store;

import edgeai.common.fixture.FreshDatabase;
import edgeai.common.fixture.TestThreads;
import edgeai.common.metrics.StageTimes;
import edgeai.coordinator.settings.CoordinatorSettings;
import edgeai.coordinator.settings.TestSettings;
import java.nio.file.Path;
import java.util.function.Function;

/** A real database in a folder of a test, and its writer. */
public final class TestLedger implements AutoCloseable {
  private static final FreshDatabase FRESH =
      new FreshDatabase(
          "coordinator.mv.db",
          folder -> {
            Database database = new Database(TestSettings.in(folder));
            database.open();
            database.close();
          });

  private final TestThreads threads = new TestThreads();
  private final Database database;
  private final LedgerWriter writer;

  /** Opens the database in this folder, a new one where there is none. */
  public TestLedger(Path folder) {
    this(folder, Database::new);
  }

  TestLedger(Path folder, Function<CoordinatorSettings, Database> making) {
    FRESH.putInto(folder);
    database = making.apply(TestSettings.in(folder));
    database.open();
    writer = new LedgerWriter(database, new StageTimes(), threads.managed());
    writer.start();
  }

  public Database database() {
    return database;
  }

  public LedgerWriter writer() {
    return writer;
  }

  /** How the database would come to the rows of a query. */
  public String plan(String sql, Object... values) {
    return database.list("explain " + sql, row -> row.getString(1), values).get(0);
  }

  @Override
  public void close() {
    writer.stop();
    database.close();
    threads.close();
  }
}
