package edgeai.common.store;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.Scraped;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoolFiguresTest {
  @TempDir Path folder;

  @AfterEach
  void forget() {
    Scraped.forget();
  }

  @Test
  void whoHasAConnectionIsSeen() {
    String url = "jdbc:h2:" + folder.resolve("a");
    try (ConnectionPool pool = ConnectionPool.open(new H2Dialect(folder, url, "secret"))) {
      pool.show();

      List<String> reading = pool.read(connection -> Scraped.samples());

      assertThat(reading)
          .contains(
              "edge_database_connections{pool=\"readers\",state=\"in_use\"} 1.0",
              "edge_database_connections{pool=\"writer\",state=\"in_use\"} 0.0",
              "edge_database_connections{pool=\"writer\",state=\"idle\"} 1.0",
              "edge_database_connections_awaited{pool=\"readers\"} 0.0",
              "edge_database_connections_limit{pool=\"readers\"} 10.0",
              "edge_database_connections_limit{pool=\"writer\"} 1.0");
      assertThat(Scraped.samples())
          .contains("edge_database_connections{pool=\"readers\",state=\"in_use\"} 0.0");
    }
  }
}
