package edgeai.common.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class WriterConnectionTest {
  @TempDir Path folder;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch read = new CountDownLatch(1);

  @AfterEach
  void end() {
    read.countDown();
    threads.close();
  }

  private Void wait(CountDownLatch reading) throws SQLException {
    reading.countDown();
    try {
      read.await();
    } catch (InterruptedException e) {
      throw new SQLException(e);
    }
    return null;
  }

  @Test
  void whoReadsAfterTheEndDoesNotOpenItAgain() {
    ConnectionPool pool =
        ConnectionPool.open(new H2Dialect(folder, "jdbc:h2:" + folder.resolve("ended"), "secret"));
    pool.close();

    assertThatExceptionOfType(DatabaseException.class)
        .isThrownBy(() -> pool.read(connection -> connection.isValid(1)));
  }

  @Test
  void whoWritesDoesNotWaitForReadersHoweverManyThereAre() throws Exception {
    String url = "jdbc:h2:" + folder.resolve("ledger");
    try (ConnectionPool pool = ConnectionPool.open(new H2Dialect(folder, url, "secret"))) {
      CountDownLatch reading = new CountDownLatch(ConnectionUse.READ.most());
      for (int i = 0; i < 4 * ConnectionUse.READ.most(); i++) {
        threads.execute(() -> pool.read(connection -> wait(reading)));
      }
      reading.await();

      assertThat(pool.<Boolean>transaction(connection -> connection.isValid(1))).isTrue();
      assertThat(pool.<Boolean>maintain(connection -> connection.isValid(1))).isTrue();
      read.countDown();
    }
  }
}
