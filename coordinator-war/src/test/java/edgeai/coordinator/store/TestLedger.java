package edgeai.coordinator.store;

import edgeai.common.fixture.ByHand;
import edgeai.common.fixture.TestThreads;
import edgeai.common.metrics.StageTimes;
import edgeai.coordinator.settings.TestSettings;
import java.nio.file.Path;

/** A real database in a folder of a test, and its writer. */
public final class TestLedger implements AutoCloseable {
  private final TestThreads threads = new TestThreads();
  private final Database database;
  private final LedgerWriter writer;

  /** Opens the database in this folder, a new one where there is none. */
  public TestLedger(Path folder) {
    this(folder, new Database());
  }

  TestLedger(Path folder, Database database) {
    this.database = ByHand.started(database, TestSettings.in(folder));
    this.writer = ByHand.started(new LedgerWriter(), database, new StageTimes(), threads.managed());
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
    ByHand.stopped(writer);
    ByHand.stopped(database);
    threads.close();
  }
}
