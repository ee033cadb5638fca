package edgeai.admin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.common.fixture.OnBothDatabases;
import edgeai.common.fixture.Problems;
import edgeai.common.fixture.QuietLog;
import edgeai.common.store.DatabaseException;
import edgeai.common.store.GroupWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
@Timeout(60)
@ExtendWith(QuietLog.class)
class EventWriterTest {
  private TestStore store;

  @BeforeEach
  void open(@TempDir Path folder) {
    store = new TestStore(folder);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatWasAwaitedIsThere() {
    store
        .writer()
        .awaitDurable(
            store
                .writer()
                .submit(
                    c -> AdminDatabase.update(c, "insert into total values ('plain', 'x', 7)")));

    assertThat(store.database().list("select amount from total", row -> row.getLong(1)))
        .isEqualTo(List.of(7L));
  }

  @Test
  void whatTheDatabaseRefusesIsTold() {
    CompletableFuture<Void> refused =
        store.writer().submit(c -> AdminDatabase.update(c, "insert into total values (1)"));

    assertThatThrownBy(() -> store.writer().awaitDurable(refused))
        .isInstanceOf(DatabaseException.class);
  }

  @Test
  void whoWaitsTooLongIsLetGo() {
    assertThatThrownBy(() -> GroupWriter.await(new CompletableFuture<>(), Duration.ofMillis(1)))
        .isInstanceOf(TimeoutException.class);
  }

  @Test
  void aDiskThatHangsIsNoFaultOfTheClient() {
    Problems.Refused refused =
        Problems.of(
            () ->
                new EventWriter() {
                  @Override
                  protected Duration patience() {
                    return Duration.ofMillis(1);
                  }
                }.awaitDurable(new CompletableFuture<>()));

    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.detail()).contains("event_id");
  }
}
