package edgeai.cli.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoakReportTest {
  private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(START, ZoneOffset.UTC);

  @TempDir private Path folder;

  @Test
  void tellsWhetherWhatServersTakeGrows() throws IOException {
    SoakRecord record = new SoakRecord(START);
    SoakReport report = new SoakReport(folder, record, List.of("coordinator"), CLOCK);
    for (int minute = 0; minute <= 60; minute++) {
      SoakSample sample = sample(minute, 100e6 + minute * 1e6, Optional.of(true));
      record.add(sample);
      report.write(sample);
    }
    assertThat(report.finish())
        .anyMatch(
            line -> line.matches("coordinator resident memory, MB +107\\.5 +152\\.5 +\\+60\\.0"))
        .contains("The ledger was balanced in all 61 samples.")
        .contains("600 frames, 0.2 a second in the first quarter and 0.2 in the last")
        .noneMatch(line -> line.contains("tells no slope"));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("20260101-120000.csv", "20260101-120000.svg");
    }
    assertThat(Files.readAllLines(folder.resolve("20260101-120000.csv")))
        .hasSize(62)
        .startsWith(
            "time,server,resident_bytes,heap_bytes,threads,handles,database_bytes,frames,balanced,frozen",
            "2026-01-01T12:00:00Z,coordinator,100000000,,,,,0,true,");
    assertThat(folder.resolve("20260101-120000.svg"))
        .content()
        .contains("Soak of 60 minutes, 600 frames", "heap, low of a minute, MB: no reading");
  }

  @Test
  void aLedgerThatWasNotBalancedIsShouted() throws IOException {
    SoakRecord record = new SoakRecord(START);
    SoakReport report = new SoakReport(folder, record, List.of("a & b"), CLOCK);
    record.add(sample(0, 1, Optional.of(false)));
    record.add(sample(1, 1, Optional.empty()));
    assertThat(report.finish())
        .contains("THE LEDGER WAS NOT BALANCED in 1 of 1 samples: GET /ledger names the jobs.")
        .anyMatch(line -> line.contains("tells no slope"));
  }

  @Test
  void aSoakWithoutASampleHasAnEnd() throws IOException {
    SoakReport report = new SoakReport(folder, new SoakRecord(START), List.of("a"), CLOCK);
    assertThat(report.finish())
        .contains(
            "It ended before a second sample.",
            "THE LEDGER GAVE NO ANSWER: .edge/log/coordinator.log may say why.");
  }

  @Test
  void theHeapIsTheLowOfAMinute() {
    Trend trend = trend(5, 9, 4, 8, 7).lows(2);
    assertThat(trend.points())
        .extracting(Trend.Point::value)
        .containsExactly(5.0, 5.0, 4.0, 4.0, 7.0);
  }

  @Test
  void readingsThatAreMissingCountForNothing() {
    Trend trend = trend(1, Double.NaN, 3);
    assertThat(trend.points()).hasSize(2);
    assertThat(trend.perHour()).isNaN();
    assertThat(trend(0, 1, 2, 3, 4).perHour()).isCloseTo(1, within(1e-9));
    assertThat(trend().highest()).isZero();
  }

  private static SoakSample sample(int minute, double resident, Optional<Boolean> balanced) {
    return new SoakSample(
        START.plus(Duration.ofMinutes(minute)),
        Map.of("coordinator", Map.of(Quantity.RESIDENT, resident)),
        minute * 10,
        balanced,
        "");
  }

  private static Trend trend(double... values) {
    return Trend.of(
        IntStream.range(0, values.length).mapToObj(i -> new Trend.Point(i, values[i])).toList());
  }
}
