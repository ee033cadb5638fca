package edgeai.admin.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.admin.store.AdminDatabase;
import edgeai.common.fixture.BothDatabases;
import edgeai.common.fixture.OnBothDatabases;
import edgeai.common.fixture.Problems;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothDatabases
class LogRepositoryTest {
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

  private static TestEvents events;

  /** Thirty events, three at each second, of two cameras and three labels, out of order. */
  @BeforeAll
  static void fill(@TempDir Path folder) {
    events = new TestEvents(folder);
    for (int n = 0; n < 30; n++) {
      Instant at = START.plusSeconds((n * 7) % 10);
      events.take(n % 2 == 0 ? "even" : "odd", at, null, "car", "l" + n % 3, "a\"b");
    }
  }

  @AfterAll
  static void close() {
    events.close();
  }

  private static List<LoggedEvent> paged(LogQuery query, int limit) {
    List<LoggedEvent> all = new ArrayList<>();
    LogPage page = events.log.page(query, LogCursor.START, limit);
    all.addAll(page.events());
    while (page.next() != null) {
      page = events.log.page(query, LogCursor.read(page.next().write()), limit);
      all.addAll(page.events());
    }
    return all;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 29, 30, 31})
  void pagesHoldEachEventOnceNewestFirst(int limit) {
    List<LoggedEvent> all = paged(new LogQuery(null, null, LogQuery.EVER), limit);

    assertThat(all).hasSize(30).doesNotHaveDuplicates();
    assertThat(all)
        .isSortedAccordingTo(
            (one, other) ->
                one.timestamp().equals(other.timestamp())
                    ? Long.compare(other.number(), one.number())
                    : other.timestamp().compareTo(one.timestamp()));
  }

  @Test
  void aCameraALabelAndATimeNarrowIt() {
    assertThat(paged(new LogQuery("odd", null, LogQuery.EVER), 4))
        .hasSize(15)
        .allMatch(event -> event.cameraId().equals("odd"));
    assertThat(paged(new LogQuery(null, "l1", LogQuery.EVER), 4))
        .hasSize(10)
        .allMatch(event -> event.objectCounts().containsKey("l1"));
    assertThat(paged(new LogQuery(null, null, START.plusSeconds(7)), 4))
        .hasSize(9)
        .noneMatch(event -> event.timestamp().isBefore(START.plusSeconds(7)));
    assertThat(paged(new LogQuery("even", "l0", START.plusSeconds(5)), 2))
        .isNotEmpty()
        .allMatch(
            event ->
                event.cameraId().equals("even")
                    && event.objectCounts().containsKey("l0")
                    && !event.timestamp().isBefore(START.plusSeconds(5)));
  }

  @Test
  void aLabelIsMeantWhole() {
    for (String label : List.of("l", "1", "ca", "ar", "b", "car\t1", "%")) {
      assertThat(paged(new LogQuery(null, label, LogQuery.EVER), 10)).as(label).isEmpty();
    }
    assertThat(paged(new LogQuery(null, "a\"b", LogQuery.EVER), 10)).hasSize(30);
  }

  @Test
  void aPageOfARareLabelMayBeShortAndTheNextGoesOn(@TempDir Path folder) {
    try (TestEvents many = new TestEvents(folder)) {
      many.take("a", START, null, "rare");
      many.store
          .writer()
          .write(
              connection ->
                  AdminDatabase.update(
                      connection,
                      "insert into detection select x + 1, 0, ?, 0, 'a', '', null, null"
                          + " from "
                          + BothDatabases.numbers(),
                      START.plusSeconds(1).toEpochMilli(),
                      4_500));
      LogRepository bounded =
          new LogRepository(many.store.database()) {
            @Override
            int mostExamined() {
              return 4_000;
            }
          };
      LogQuery rare = new LogQuery(null, "rare", LogQuery.EVER);
      LogPage first = bounded.page(rare, LogCursor.START, 10);
      LogPage second = bounded.page(rare, first.next(), 10);

      assertThat(first.events()).isEmpty();
      assertThat(second.events()).hasSize(1);
      assertThat(second.next()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1", "1_", "_1", "1_-1", "1_1_1", "99999999999999999999_1"})
  void aCursorOfAnotherKindIsRefused(String text) {
    assertThat(Problems.of(() -> LogCursor.read(text)).status()).isEqualTo(422);
  }
}
