package edgeai.coordinator.review;

import static edgeai.coordinator.result.TestResults.completed;
import static edgeai.coordinator.result.TestResults.failed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimelineCountTest {
  /** Frame {@code n} of {@code TestResults} is at {@code 40 n} ms: parts of two frames each. */
  private final TimelineCount count = new TimelineCount(TimelineSpan.of(6, 40, 240, 3));

  private List<Timeline.Bucket> buckets() {
    return count.timeline("job").buckets();
  }

  @Test
  void countsFramesIntoTheirParts() {
    count.add(completed(1, "w", "car", "car"));
    count.add(completed(2, "w", "bus"));
    count.add(failed(3, "w", "broken"));
    count.add(completed(6, "w", "car").reusing(1L, 0.004));

    Timeline timeline = count.timeline("job");
    assertThat(timeline.jobId()).isEqualTo("job");
    assertThat(timeline.fromMs()).isEqualTo(40);
    assertThat(timeline.toMs()).isEqualTo(241);
    assertThat(timeline.objectCounts()).isEqualTo(Map.of("car", 3L, "bus", 1L));
    assertThat(timeline.buckets())
        .containsExactly(
            new Timeline.Bucket(40, 107, 2, 0, 0, 3, Map.of("bus", 1L, "car", 2L), 1L, 0L),
            new Timeline.Bucket(107, 174, 0, 0, 1, 0, Map.of(), null, null),
            new Timeline.Bucket(174, 241, 1, 1, 0, 1, Map.of("car", 1L), 6L, 5L));
  }

  @Test
  void namesTheFirstOfTheFramesWithTheMostDetections() {
    count.add(completed(1, "w", "car"));
    count.add(completed(2, "w", "bus", "bus"));
    count.add(completed(3, "w"));
    count.add(completed(4, "w"));
    count.add(completed(5, "w", "car"));
    count.add(completed(6, "w", "bus"));
    assertThat(buckets()).extracting(Timeline.Bucket::frameId).containsExactly(2L, 3L, 5L);
    assertThat(buckets()).extracting(Timeline.Bucket::frameIndex).containsExactly(1L, 2L, 4L);
  }

  @Test
  void labelsBeyondTwoHundredAreOther() {
    String[] labels =
        IntStream.rangeClosed(1, 203).mapToObj("label %03d"::formatted).toArray(String[]::new);
    count.add(completed(1, "w", labels));
    count.add(completed(6, "w", labels));
    Map<String, Long> counts = count.timeline("job").objectCounts();
    assertThat(counts).hasSize(201).containsEntry("other", 6L);
    assertThat(counts.values().stream().mapToLong(n -> n).sum()).isEqualTo(406);
    assertThat(buckets().get(0).objectCounts().keySet())
        .isEqualTo(buckets().get(2).objectCounts().keySet());
  }

  @Test
  void framesThatSettledSinceAreLeftOut() {
    count.add(completed(7, "w", "car"));
    assertThat(count.timeline("job").objectCounts()).isEmpty();
    assertThat(buckets()).extracting(Timeline.Bucket::frames).containsOnly(0L);
  }

  @Test
  void withoutFramesThereAreNoBuckets() {
    TimelineCount none = new TimelineCount(TimelineSpan.of(0, 0, 0, 120));
    none.add(completed(1, "w", "car"));
    assertThat(none.timeline("job")).isEqualTo(new Timeline("job", 0, 0, Map.of(), List.of()));
  }
}
