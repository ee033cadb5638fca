package edgeai.coordinator.topic;

import static edgeai.coordinator.result.TestResults.completed;
import static edgeai.coordinator.result.TestResults.failed;
import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.http.JsonInput;
import edgeai.common.wire.FrameResult;
import edgeai.coordinator.result.ResultStage;
import edgeai.coordinator.result.ResultStored;
import edgeai.coordinator.result.RunningTotals;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ResultTopicTest {
  private static final ResultStage.Summary SUMMARY =
      new ResultStage.Summary(10, 25, Map.of("car", 25L), Map.of("w", 10L), 3);

  private final ResultTopic topic =
      new ResultTopic(
          new RunningTotals(null, null) {
            @Override
            public ResultStage.Summary summary() {
              return SUMMARY;
            }
          });

  private void store(FrameResult result) {
    topic.onStored(new ResultStored(result));
  }

  private JsonInput told() {
    List<JsonInput> data = Told.data(topic.beat(false));
    assertThat(data).hasSize(1);
    return data.get(0);
  }

  private static List<Long> ids(JsonInput data) {
    return data.objects("frames", frame -> frame.whole("frame_id", 0, 10_000));
  }

  @Test
  void nothingStoredIsNotTold() {
    assertThat(topic.beat(true)).isEmpty();
  }

  @Test
  void aBatchHasTheSummaryAndItsFramesInOrder() {
    store(completed(3, "w", "car"));
    store(failed(1, "w", "broken"));
    store(completed(2, "w"));
    JsonInput data = told();
    assertThat(ids(data)).containsExactly(1L, 2L, 3L);
    assertThat(data.whole("skipped", 0, 10)).isZero();
    assertThat(data.whole("total_frames", 0, 100)).isEqualTo(10);
    assertThat(data.whole("total_detections", 0, 100)).isEqualTo(25);
    assertThat(data.object("object_counts").whole("car", 0, 100)).isEqualTo(25);
    assertThat(data.object("worker_summary").whole("w", 0, 100)).isEqualTo(10);
    assertThat(topic.beat(true)).isEmpty();
  }

  @Test
  void theNewestFiftyAreInItAndTheRestIsCounted() {
    LongStream.rangeClosed(1, 75).forEach(id -> store(completed(id, "w", "car")));
    JsonInput data = told();
    assertThat(ids(data)).hasSize(50).startsWith(26L).endsWith(75L);
    assertThat(data.whole("skipped", 0, 100)).isEqualTo(25);
  }

  @Test
  void framesOfVeryManyDetectionsAreFewer() {
    String[] many = Collections.nCopies(900, "car").toArray(String[]::new);
    LongStream.rangeClosed(1, 5).forEach(id -> store(completed(id, "w", many)));
    JsonInput data = told();
    assertThat(ids(data)).containsExactly(4L, 5L);
    assertThat(data.whole("skipped", 0, 100)).isEqualTo(3);
  }

  @Test
  void aSingleFrameIsToldHoweverManyDetectionsItHas() {
    String[] many = Collections.nCopies(2_001, "car").toArray(String[]::new);
    store(completed(1, "w", many));
    assertThat(ids(told())).containsExactly(1L);
  }

  @Test
  void whatHappenedWhileNobodyListenedIsDropped() {
    store(completed(1, "w", "car"));
    topic.forget();
    assertThat(topic.beat(true)).isEmpty();
  }
}
