package edgeai.admin.store;

import edgeai.admin.settings.AdminTestSettings;
import edgeai.common.fixture.ByHand;
import edgeai.common.fixture.TestThreads;
import java.nio.file.Path;

/** A real database in a folder of a test, and its writer. */
public final class TestStore implements AutoCloseable {
  private final TestThreads threads = new TestThreads();
  private final AdminDatabase database;
  private final EventWriter writer;

  /** Opens the database in this folder, a new one where there is none. */
  public TestStore(Path folder) {
    database = ByHand.started(new AdminDatabase(), AdminTestSettings.in(folder));
    writer = ByHand.started(new EventWriter(), database, threads.managed());
  }

  public AdminDatabase database() {
    return database;
  }

  public EventWriter writer() {
    return writer;
  }

  @Override
  public void close() {
    ByHand.stopped(writer);
    ByHand.stopped(database);
    threads.close();
  }
}
