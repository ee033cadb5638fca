package edgeai.coordinator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.common.fixture.QuietLog;
import edgeai.common.video.VideoEnd;
import edgeai.common.video.VideoException;
import edgeai.common.video.VideoFailures;
import edgeai.common.wire.FrameResult;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(QuietLog.class)
class AttemptsTest {
  private static final VideoEnd END = new VideoEnd(3, 3, null);
  private static final VideoException BUSY =
      VideoFailures.of(VideoException.Kind.UNAVAILABLE, "cannot be decoded at this moment");

  private final JobRun run = new JobRun(TestJobs.queued("a", 3, 0), Clock.systemUTC());

  private final AtomicInteger tries = new AtomicInteger();

  @Test
  void whatGotNoProcessorIsDecodedAgainOnceItsFramesAreDone() throws Exception {
    CountDownLatch failed = new CountDownLatch(1);
    CompletableFuture<VideoEnd> end =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return new Attempts(run).decode(() -> twoFramesThenThree(failed));
              } catch (VideoException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    assertThat(failed.await(30, TimeUnit.SECONDS)).isTrue();
    run.progress().stored(result(), "yolo");
    assertThat(tries).hasValue(1);
    run.progress().stored(result(), "yolo");
    assertThat(end.get(30, TimeUnit.SECONDS)).isEqualTo(END);
    run.progress().allTaken();
    assertThat(run.progress().total()).isEqualTo(3);
    assertThat(run.progress().open()).isEqualTo(1);
  }

  private VideoEnd twoFramesThenThree(CountDownLatch failed) throws VideoException {
    boolean first = tries.incrementAndGet() == 1;
    for (int i = 0; i < (first ? 2 : 3); i++) {
      run.progress().taken();
    }
    if (first) {
      failed.countDown();
      throw BUSY;
    }
    return END;
  }

  @Test
  void aMachineThatIsBusyForTooLongFailsTheJob() {
    assertThatThrownBy(() -> new Attempts(run).decode(this::busy)).isSameAs(BUSY);
    assertThat(tries).hasValue(Attempts.MOST);
  }

  @Test
  void aVideoThatIsToBlameIsDecodedOnce() {
    VideoException crash = VideoFailures.of(VideoException.Kind.BROKE_DECODER, "made it crash");
    assertThatThrownBy(
            () ->
                new Attempts(run)
                    .decode(
                        () -> {
                          tries.incrementAndGet();
                          throw crash;
                        }))
        .isSameAs(crash);
    assertThat(tries).hasValue(1);
  }

  @Test
  void nobodyTriesForAJobThatWasCancelled() {
    run.cancel();
    assertThatThrownBy(() -> new Attempts(run).decode(this::busy)).isSameAs(BUSY);
    assertThat(tries).hasValue(1);
  }

  private static FrameResult result() {
    return new FrameResult(
        1L, "w", List.of(), Map.of(), 0, null, FrameResult.COMPLETED, "a", 0L, 0L, 1, null);
  }

  private VideoEnd busy() throws VideoException {
    tries.incrementAndGet();
    throw BUSY;
  }
}
