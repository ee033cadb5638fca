package edgeai.cli.soak;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** All samples of a soak, as the trends of its quantities. */
final class SoakRecord {
  private static final int SAMPLES_A_MINUTE = 6;

  private final Instant start;
  private final List<SoakSample> samples = new ArrayList<>();

  /**
   * @param start when its first minute begins
   */
  SoakRecord(Instant start) {
    this.start = start;
  }

  synchronized void add(SoakSample sample) {
    samples.add(sample);
  }

  synchronized List<SoakSample> samples() {
    return List.copyOf(samples);
  }

  double hours(SoakSample sample) {
    return Duration.between(start, sample.at()).toMillis() / 3_600_000.0;
  }

  /** Until the last sample. */
  Duration length() {
    List<SoakSample> all = samples();
    return all.isEmpty() ? Duration.ZERO : Duration.between(start, all.getLast().at());
  }

  Trend trend(String server, Quantity quantity) {
    Trend trend =
        Trend.of(
            samples().stream()
                .map(sample -> new Trend.Point(hours(sample), sample.value(server, quantity)))
                .toList());
    return quantity == Quantity.HEAP ? trend.lows(SAMPLES_A_MINUTE) : trend;
  }

  /** Frames a second from one sample to the next. */
  Trend throughput() {
    List<SoakSample> all = samples();
    return Trend.of(
        IntStream.range(1, all.size())
            .mapToObj(i -> new Trend.Point(hours(all.get(i)), rate(all.get(i - 1), all.get(i))))
            .toList());
  }

  /** Frames that got a result between the first sample and the last that know. */
  double frames() {
    List<Double> known =
        samples().stream().map(SoakSample::frames).filter(frames -> !frames.isNaN()).toList();
    return known.isEmpty() ? 0 : known.getLast() - known.getFirst();
  }

  long answers() {
    return samples().stream().filter(sample -> sample.balanced().isPresent()).count();
  }

  long unbalanced() {
    return samples().stream().filter(sample -> !sample.balanced().orElse(true)).count();
  }

  private static double rate(SoakSample from, SoakSample to) {
    double seconds = Duration.between(from.at(), to.at()).toMillis() / 1000.0;
    return (to.frames() - from.frames()) / seconds;
  }
}
