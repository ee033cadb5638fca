package edgeai.common.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A writer whose commits of what may wait are an hour apart, and a database that takes all. */
class GroupWriterTest {
  private final List<List<Integer>> groups = new CopyOnWriteArrayList<>();
  private final ExecutorService executor = Executors.newSingleThreadExecutor();
  private final GroupWriter writer = new GroupWriter(Duration.ofHours(1));

  @BeforeEach
  void start() {
    writer.start(new Ready(), executor);
  }

  @AfterEach
  void stop() {
    writer.stop();
    executor.shutdownNow();
  }

  private final class Ready extends ServerDatabase {
    @Override
    public void transactionOnce(CommitMark mark, Work<?> work) throws SQLException {
      groups.add(new ArrayList<>());
      work.with(null);
    }

    @Override
    public void tidy() {}
  }

  private final class Numbered implements GroupWriter.Entry {
    private final int number;
    private final boolean mayWait;

    private Numbered(int number, boolean mayWait) {
      this.number = number;
      this.mayWait = mayWait;
    }

    @Override
    public void write(Connection connection) {
      groups.get(groups.size() - 1).add(number);
    }

    @Override
    public boolean mayWait() {
      return mayWait;
    }
  }

  private CompletableFuture<Void> submit(int number, boolean mayWait) {
    return writer.submit(new Numbered(number, mayWait));
  }

  @Test
  void whatMayWaitGoesAtOnceWhereNothingWentLately() throws Exception {
    submit(1, true).get(20, TimeUnit.SECONDS);
    assertThat(groups).containsExactly(List.of(1));
  }

  @Test
  void whatComesMeanwhileGoesWithTheFirstThatMayNotWait() throws Exception {
    submit(1, true).get(20, TimeUnit.SECONDS);
    List<CompletableFuture<Void>> waiting =
        IntStream.rangeClosed(2, 20).mapToObj(number -> submit(number, true)).toList();
    submit(21, false).get(20, TimeUnit.SECONDS);
    assertThat(waiting).allMatch(CompletableFuture::isDone);
    assertThat(groups).containsExactly(List.of(1), IntStream.rangeClosed(2, 21).boxed().toList());
  }

  @Test
  void nothingThatWaitsIsLeftAtTheEnd() throws Exception {
    submit(1, true).get(20, TimeUnit.SECONDS);
    CompletableFuture<Void> last = submit(2, true);
    executor.shutdownNow();
    last.get(20, TimeUnit.SECONDS);
    assertThat(groups).containsExactly(List.of(1), List.of(2));
  }
}
