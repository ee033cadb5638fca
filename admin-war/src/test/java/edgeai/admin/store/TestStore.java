package edgeai.admin.store;

import edgeai.admin.settings.AdminTestSettings;
import edgeai.common.fixture.FreshDatabase;
import edgeai.common.fixture.TestThreads;
import java.nio.file.Path;

/** A real database in a folder of a test, and its writer. */
public final class TestStore implements AutoCloseable {
  private static final FreshDatabase FRESH =
      new FreshDatabase(
          "admin.mv.db",
          folder -> {
            AdminDatabase database = new AdminDatabase(AdminTestSettings.in(folder));
            database.open();
            database.close();
          });

  private final TestThreads threads = new TestThreads();
  private final AdminDatabase database;
  private final EventWriter writer;

  /** Opens the database in this folder, a new one where there is none. */
  public TestStore(Path folder) {
    FRESH.putInto(folder);
    database = new AdminDatabase(AdminTestSettings.in(folder));
    database.open();
    writer = new EventWriter(database, threads.managed());
    writer.start();
  }

  public AdminDatabase database() {
    return database;
  }

  public EventWriter writer() {
    return writer;
  }

  @Override
  public void close() {
    writer.stop();
    database.close();
    threads.close();
  }
}
