package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.TestVideos;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpareDecoderTest {
  @TempDir private static Path folder;

  private final SpareDecoder spare = new SpareDecoder(DecoderHarness.COMMAND, VideoLimits.DEFAULT);
  private Path video;

  @BeforeEach
  void write() throws Exception {
    video = TestVideos.video(folder.resolve("a.mp4")).frames(3).write();
  }

  @AfterEach
  void close() {
    spare.close();
  }

  @Test
  void theChildThatWaitsTakesTheNextVideo() throws Exception {
    spare.prepare();
    long waiting = spare.pid();
    try (VideoDecoder decoder = start()) {
      assertThat(decoder.pid()).isEqualTo(waiting);
      assertThat(spare.isWaiting()).isFalse();
      assertThat(decoder.next()).isPresent();
    }
  }

  @Test
  void aVideoThatComesTooSoonStartsItsOwn() throws Exception {
    try (VideoDecoder decoder = start()) {
      assertThat(decoder.header().width()).isPositive();
    }
  }

  @Test
  void anotherIsStartedOnlyWhereNoneWaits() throws Exception {
    spare.prepare();
    long first = spare.pid();
    spare.prepare();
    assertThat(spare.pid()).isEqualTo(first);
    ProcessHandle.of(first).orElseThrow().destroyForcibly();
    await().until(() -> !spare.isWaiting());
    try (VideoDecoder decoder = start()) {
      assertThat(decoder.pid()).isNotEqualTo(first);
    }
    spare.prepare();
    assertThat(spare.isWaiting()).isTrue();
  }

  @Test
  void otherLimitsNeedAnotherChild() throws Exception {
    spare.prepare();
    long waiting = spare.pid();
    VideoLimits limits = VideoLimits.DEFAULT.withMaxSeconds(1_000);
    try (VideoDecoder decoder =
        VideoDecoder.start(spare, video, 0, 90, limits, DecoderHarness.TIMER)) {
      assertThat(decoder.pid()).isNotEqualTo(waiting);
    }
  }

  @Test
  void closingEndsTheChildForGood() throws Exception {
    spare.prepare();
    ProcessHandle child = ProcessHandle.of(spare.pid()).orElseThrow();
    spare.close();
    await().until(() -> !child.isAlive());
    spare.prepare();
    assertThat(spare.isWaiting()).isFalse();
  }

  private VideoDecoder start() throws VideoException, InterruptedException {
    return VideoDecoder.start(spare, video, 0, 90, VideoLimits.DEFAULT, DecoderHarness.TIMER);
  }
}
