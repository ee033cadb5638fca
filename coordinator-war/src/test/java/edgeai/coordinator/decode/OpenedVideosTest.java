package edgeai.coordinator.decode;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.guard.Failures;
import edgeai.common.guard.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenedVideosTest {
  private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
  private final List<String> closed = new ArrayList<>();
  private final OpenedVideos<String> opened =
      new OpenedVideos<>(new Schedule(timer, new Failures()), closed::add);

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  @Test
  void aJobTakesItsDecoderOnceAndItStaysOpen() {
    opened.keep("job", "decoder");
    assertThat(opened.take("other")).isEmpty();
    assertThat(opened.take("job")).contains("decoder");
    assertThat(opened.take("job")).isEmpty();
    opened.end("job");
    assertThat(closed).isEmpty();
  }

  @Test
  void theOneThatWaitsTheLongestMakesRoom() {
    opened.keep("first", "1");
    opened.keep("second", "2");
    opened.keep("third", "3");
    assertThat(opened.size()).isEqualTo(OpenedVideos.MOST);
    assertThat(closed).containsExactly("1");
    assertThat(opened.take("first")).isEmpty();
    assertThat(opened.take("third")).contains("3");
  }

  @Test
  void patienceEnds() {
    opened.keep("job", "decoder");
    Runnable end = timer.getQueue().iterator().next();
    assertThat(((Delayed) end).getDelay(TimeUnit.MILLISECONDS))
        .isBetween(1L, OpenedVideos.PATIENCE.toMillis());
    end.run();
    assertThat(closed).containsExactly("decoder");
    assertThat(opened.take("job")).isEmpty();
  }

  @Test
  void nobodyWaitsPastTheEndOfTheServer() {
    opened.keep("job", "decoder");
    opened.close();
    assertThat(closed).containsExactly("decoder");
    assertThat(opened.size()).isZero();
  }
}
