package edgeai.coordinator.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineSpanTest {
  @Test
  void withoutFramesThereIsNothing() {
    assertThat(TimelineSpan.of(0, 0, 0, 120)).isEqualTo(new TimelineSpan(0, 0, 0));
    assertThat(TimelineSpan.of(0, 0, 0, 120).holds(0)).isFalse();
  }

  @Test
  void oneFrameIsOnePart() {
    TimelineSpan span = TimelineSpan.of(1, 400, 400, 120);
    assertThat(span).isEqualTo(new TimelineSpan(400, 401, 1));
    assertThat(span.partOf(400)).isZero();
  }

  @Test
  void thereAreNoMorePartsThanFramesOrMilliseconds() {
    assertThat(TimelineSpan.of(7, 0, 1_200, 120).parts()).isEqualTo(7);
    assertThat(TimelineSpan.of(100, 0, 1_200, 10).parts()).isEqualTo(10);
    assertThat(TimelineSpan.of(100, 5, 6, 120).parts()).isEqualTo(2);
  }

  @Test
  void itHoldsTheFirstAndTheLast() {
    TimelineSpan span = TimelineSpan.of(2, 100, 200, 2);
    assertThat(span.holds(99)).isFalse();
    assertThat(span.holds(100)).isTrue();
    assertThat(span.holds(200)).isTrue();
    assertThat(span.holds(201)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0, 99, 10", "0, 100, 7", "33, 1033, 500", "5, 11, 3", "0, 14400000, 499"})
  void partsAreGaplessEqualAndFindTheirMoments(long first, long last, int parts) {
    TimelineSpan span = TimelineSpan.of(last - first + 1, first, last, parts);
    long shortest = (last - first + 1) / parts;
    assertThat(span.startOf(0)).isEqualTo(first);
    assertThat(span.startOf(parts)).isEqualTo(last + 1);
    for (int part = 0; part < parts; part++) {
      long from = span.startOf(part);
      long to = span.startOf(part + 1);
      assertThat(to - from).isBetween(Math.max(1, shortest), shortest + 1);
      assertThat(span.partOf(from)).isEqualTo(part);
      assertThat(span.partOf(to - 1)).isEqualTo(part);
    }
  }

  @Test
  void evenlySpacedFramesFallIntoPartsOfTheirOwn() {
    TimelineSpan span = TimelineSpan.of(100, 0, 99 * 200, 120);
    for (int frame = 0; frame < 100; frame++) {
      assertThat(span.partOf(frame * 200L)).isEqualTo(frame);
    }
  }
}
