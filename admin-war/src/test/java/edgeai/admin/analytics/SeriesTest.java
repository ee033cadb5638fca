package edgeai.admin.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.OnBothDatabases;
import edgeai.common.fixture.Problems;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnBothDatabases
class SeriesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");

  @TempDir private Path folder;

  private static List<Series.Point> read(
      TestEvents events, BucketWidth width, Instant since, String cameraId) {
    Series series = Series.between(width, since, NOW);
    events.buckets.read(width.stored(), series.from(), series.to(), cameraId, series::add);
    return series.points();
  }

  private static Series.Point point(String time, long total, Map<String, Long> counts) {
    return new Series.Point(Instant.parse(time), total, counts);
  }

  @Test
  void bucketsAreGaplessAndCountByTheEventsOwnTime() {
    try (TestEvents events = new TestEvents(folder)) {
      events.take("a", NOW, null, "car");
      events.take("a", NOW.minusSeconds(31), null, "car", "bus");
      events.take("b", NOW.minusSeconds(120), null, "car");
      events.take("a", NOW.minus(Duration.ofDays(1)), null, "car");

      assertThat(read(events, BucketWidth.MINUTE, NOW.minusSeconds(180), null))
          .containsExactly(
              point("2026-11-22T10:12:00Z", 0, Map.of()),
              point("2026-11-22T10:13:00Z", 1, Map.of("car", 1L)),
              point("2026-11-22T10:14:00Z", 2, Map.of("bus", 1L, "car", 1L)),
              point("2026-11-22T10:15:00Z", 1, Map.of("car", 1L)));
      assertThat(read(events, BucketWidth.DAY, NOW.minus(Duration.ofDays(1)), "a"))
          .containsExactly(
              point("2026-11-21T00:00:00Z", 1, Map.of("car", 1L)),
              point("2026-11-22T00:00:00Z", 3, Map.of("bus", 1L, "car", 2L)));
      assertThat(read(events, BucketWidth.HOUR, NOW, "nobody"))
          .containsExactly(point("2026-11-22T10:00:00Z", 0, Map.of()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0000-01-01T00:00:00Z",
    "2026-10-20T00:00:00Z",
    "2026-11-22T11:15:31Z",
    "9999-12-31T00:00:00Z"
  })
  void eventsOfAnImplausibleTimeCountWhenTheyArrive(Instant time) {
    try (TestEvents events = new TestEvents(folder)) {
      events.take("a", time, null, "car");

      assertThat(read(events, BucketWidth.MINUTE, NOW, null))
          .containsExactly(point("2026-11-22T10:15:00Z", 1, Map.of("car", 1L)));
    }
  }

  @Test
  void theMostFrequentLabelsHaveTheirOwnCount() {
    Series series = Series.between(BucketWidth.MINUTE, NOW, NOW);
    for (int n = 1; n <= 25; n++) {
      series.add(series.from(), "l%02d".formatted(n), n);
    }
    Series.Point point = series.points().get(0);

    assertThat(point.totalVehicles()).isEqualTo(25 * 26 / 2);
    assertThat(point.typeDistribution())
        .hasSize(21)
        .containsEntry("l06", 6L)
        .containsEntry("other", 15L);
  }

  @Test
  void tooManyBucketsAreRefused() {
    assertThat(Series.between(BucketWidth.MINUTE, NOW.minusSeconds(1_499 * 60), NOW).points())
        .hasSize(1_500);
    assertThat(
            Problems.of(
                () -> Series.between(BucketWidth.MINUTE, NOW.minusSeconds(1_500 * 60), NOW)))
        .satisfies(refused -> assertThat(refused.status()).isEqualTo(422))
        .satisfies(refused -> assertThat(refused.detail()).contains("since", "1501"));
    assertThat(Problems.of(() -> Series.between(BucketWidth.DAY, LogQuery.EVER, NOW)).status())
        .isEqualTo(422);
  }

  @Test
  void aSeriesThatWouldBeginTomorrowIsEmpty() {
    assertThat(Series.between(BucketWidth.HOUR, NOW.plus(Duration.ofDays(1)), NOW).points())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"minute, MINUTE", "hour, HOUR", "day, DAY"})
  void widthsAreReadByName(String name, BucketWidth width) {
    assertThat(BucketWidth.read(name)).isEqualTo(width);
    assertThat(Problems.of(() -> BucketWidth.read(name + "s")).detail()).contains("bucket", name);
  }
}
