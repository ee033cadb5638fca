package edgeai.coordinator.job;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.wire.Job;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class JobRunTest {
  private final JobRun run = new JobRun(TestJobs.queued("a", 10), Clock.systemUTC());

  private Job ended(long completed, String failure, String remark) {
    run.started();
    run.progress().recounted(completed, 0, 0, 0);
    run.ended(failure, remark);
    return run.show();
  }

  @Test
  void whatWasWrongWithAVideoThatWasDoneIsNoError() {
    Job job = ended(9, null, "The video ends early.");
    assertThat(job.status()).isEqualTo(Job.COMPLETED);
    assertThat(job.warning()).isEqualTo("The video ends early.");
    assertThat(job.error()).isNull();
    assertThat(job.removed().warning()).isEqualTo(job.warning());
  }

  @Test
  void whatFailedSaysWhyAndWarnsOfNothing() {
    Job job = ended(9, "The video broke its decoder.", null);
    assertThat(job.status()).isEqualTo(Job.FAILED);
    assertThat(job.error()).isEqualTo("The video broke its decoder.");
    assertThat(job.warning()).isNull();
  }

  @Test
  void aWarningIsForWhatCompleted() {
    Job job = ended(0, null, "The video is damaged in 2 places.");
    assertThat(job.status()).isEqualTo(Job.FAILED);
    assertThat(job.error()).isEqualTo("No frame of the video could be read.");
    assertThat(job.warning()).isNull();
  }
}
