package edgeai.coordinator.topic;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.wire.Job;
import edgeai.coordinator.job.JobChanged;
import edgeai.coordinator.job.JobEnded;
import edgeai.coordinator.review.CurrentJobs;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobTopicTest {
  private List<Job> underWay = List.of();
  private final JobTopic topic =
      new JobTopic(
          new CurrentJobs(null, null, null) {
            @Override
            public List<Job> underWay() {
              return underWay;
            }
          });

  private static Job job(String id, String status, long processed) {
    Instant ended = status.equals(Job.COMPLETED) ? Instant.EPOCH : null;
    return new Job(
        id,
        "drive.mp4",
        42,
        status,
        Instant.EPOCH,
        Instant.EPOCH,
        ended,
        10,
        processed,
        0,
        null,
        processed * 10,
        0,
        0,
        List.of(),
        5,
        false,
        0,
        null);
  }

  private List<String> told() {
    return Told.data(topic.beat(false)).stream()
        .map(
            data ->
                "%s %s %d"
                    .formatted(
                        data.text("job_id"),
                        data.text("status"),
                        data.whole("processed_frames", 0, 100)))
        .toList();
  }

  @Test
  void aStateIsToldOnce() {
    topic.onChange(new JobChanged(job("a", Job.QUEUED, 0)));
    assertThat(told()).containsExactly("a queued 0");
    assertThat(told()).isEmpty();
  }

  @Test
  void progressIsToldWhenItMoved() {
    underWay = List.of(job("a", Job.PROCESSING, 3));
    assertThat(told()).containsExactly("a processing 3");
    assertThat(told()).isEmpty();
    underWay = List.of(job("a", Job.PROCESSING, 4));
    assertThat(told()).containsExactly("a processing 4");
  }

  @Test
  void aQuickJobShowsAllItsStatesInOrder() {
    topic.onChange(new JobChanged(job("a", Job.QUEUED, 0)));
    topic.onChange(new JobChanged(job("a", Job.PROCESSING, 0)));
    topic.onEnd(new JobEnded(job("a", Job.COMPLETED, 10)));
    topic.onChange(new JobChanged(job("a", Job.COMPLETED, 10).removed()));
    assertThat(told())
        .containsExactly("a queued 0", "a processing 0", "a completed 10", "a removed 10");
  }

  @Test
  void aBeginningAndItsProgressAreOneMessage() {
    topic.onChange(new JobChanged(job("a", Job.PROCESSING, 0)));
    underWay = List.of(job("a", Job.PROCESSING, 2));
    assertThat(told()).containsExactly("a processing 2");
  }

  @Test
  void aBeginningThatIsKnownIsNotToldAgain() {
    underWay = List.of(job("a", Job.PROCESSING, 2));
    assertThat(told()).hasSize(1);
    topic.onChange(new JobChanged(job("a", Job.PROCESSING, 0)));
    assertThat(told()).isEmpty();
  }

  @Test
  void anEndIsToldOnlyWhenItIsStored() {
    underWay = List.of(job("a", Job.COMPLETED, 10));
    assertThat(told()).isEmpty();
    topic.onEnd(new JobEnded(job("a", Job.COMPLETED, 10)));
    assertThat(told()).containsExactly("a completed 10");
    underWay = List.of();
    assertThat(told()).isEmpty();
  }

  @Test
  void jobsAreToldApart() {
    underWay = List.of(job("a", Job.PROCESSING, 1), job("b", Job.PROCESSING, 1));
    assertThat(told()).hasSize(2);
    underWay = List.of(job("a", Job.PROCESSING, 1), job("b", Job.PROCESSING, 2));
    assertThat(told()).containsExactly("b processing 2");
  }

  @Test
  void whatHappenedWhileNobodyListenedIsDropped() {
    topic.onEnd(new JobEnded(job("a", Job.COMPLETED, 10)));
    topic.forget();
    assertThat(told()).isEmpty();
  }

  @Test
  void aJobUnderWayIsToldToTheFirstWhoListensAgain() {
    underWay = List.of(job("a", Job.PROCESSING, 3));
    assertThat(told()).hasSize(1);
    topic.forget();
    assertThat(told()).containsExactly("a processing 3");
  }
}
