package edgeai.coordinator.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.TestThreads;
import edgeai.common.still.GreyPicture;
import edgeai.common.video.VideoFrame;
import edgeai.common.wire.Box;
import edgeai.common.wire.FrameResult;
import edgeai.coordinator.dispatch.ScriptedDispatcher;
import edgeai.coordinator.frame.FrameSource;
import edgeai.coordinator.frame.ResultRules;
import edgeai.coordinator.frame.TestFrames;
import edgeai.settings.SkipStill;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which frames of a job by frames are inferred, whoever is how quick at that. */
@Timeout(60)
class StillSelectionTest {
  private static final int SIDE = 96;
  private static final int MILLIS = 100;
  private static final int WIDTH = 960;

  private final FrameSource source = TestFrames.source("job", ResultRules.ALL);
  private final ScriptedDispatcher dispatcher = new ScriptedDispatcher(StillSelectionTest::objects);

  private StillSelection selection(Map<Long, FrameResult> ledger) {
    StillRule rule = new StillRule(SkipStill.SAFE, id -> Optional.ofNullable(ledger.get(id)));
    return new StillSelection(rule, source, dispatcher);
  }

  /** A square goes over a wall for half of the time; a speck comes and goes beside it. */
  private static int left(long id) {
    return (int) (10 + Math.max(0, id % 60 - 30));
  }

  private static List<Box> objects(long id) {
    return List.of(new Box(left(id) * 10, 300, left(id) * 10 + 120, 420));
  }

  private static VideoFrame frame(long id, int bytes) {
    byte[] bgr = new byte[3 * SIDE * SIDE];
    Arrays.fill(bgr, (byte) 90);
    fill(bgr, left(id), 30, 12, 12, 220);
    if (id % 7 == 3) {
      fill(bgr, left(id) + 4, 44, 2, 1, 250);
    }
    return new VideoFrame(
        (int) id - 1,
        (id - 1) * MILLIS,
        WIDTH,
        WIDTH,
        new byte[bytes],
        WIDTH,
        WIDTH,
        0,
        0,
        GreyPicture.of(bgr, SIDE, SIDE));
  }

  private static void fill(byte[] bgr, int left, int top, int width, int height, int level) {
    for (int y = top; y < top + height; y++) {
      Arrays.fill(bgr, 3 * (y * SIDE + left), 3 * (y * SIDE + left + width), (byte) level);
    }
  }

  private static void read(StillSelection selection, long frames, BitSet settled)
      throws InterruptedException {
    for (long id = 1; id <= frames; id++) {
      selection.take(id, frame(id, 10), settled.get((int) id - 1));
    }
    selection.finish();
  }

  /** Reads a video while frames are inferred in any order, and gives what is in the ledger. */
  private Map<Long, FrameResult> done(
      long frames, BitSet settled, Map<Long, FrameResult> ledger, Random order) throws Exception {
    try (TestThreads threads = new TestThreads(Executors.newCachedThreadPool())) {
      StillSelection selection = selection(ledger);
      CompletableFuture<Void> reading =
          CompletableFuture.runAsync(
              () -> {
                try {
                  read(selection, frames, settled);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              },
              threads.managed());
      while (!reading.isDone() || !dispatcher.waiting().isEmpty()) {
        List<Long> waiting = dispatcher.waiting();
        if (!waiting.isEmpty()) {
          dispatcher.infer(waiting.get(order.nextInt(waiting.size())));
        }
      }
      reading.join();
    }
    Map<Long, FrameResult> all = new TreeMap<>(ledger);
    all.putAll(dispatcher.ledger());
    return all;
  }

  private Map<Long, FrameResult> done(long frames, long seed) throws Exception {
    return new StillSelectionTest().done(frames, new BitSet(), Map.of(), new Random(seed));
  }

  @Test
  void whatComesOutDoesNotDependOnWhoIsHowQuick() throws Exception {
    Map<Long, FrameResult> once = done(300, 1);

    assertThat(once).hasSize(300);
    assertThat(once.values().stream().filter(frame -> frame.reusedFrom() != null).count())
        .isBetween(80L, 240L);
    for (int seed = 2; seed < 12; seed++) {
      assertThat(done(300, seed)).isEqualTo(once);
    }
  }

  @Test
  void aFrameTakesWhatWasFoundInOneBeforeItThatWasInferredAndOfTheSameTwoSeconds()
      throws Exception {
    Map<Long, FrameResult> done = done(300, 1);

    for (FrameResult frame : done.values()) {
      if (frame.reusedFrom() != null) {
        FrameResult inferred = done.get(frame.reusedFrom());
        assertThat(inferred.reusedFrom()).isNull();
        assertThat(frame.detections()).isEqualTo(inferred.detections());
        assertThat((frame.frameId() - 1) / 20).isEqualTo((inferred.frameId() - 1) / 20);
        assertThat(frame.frameId() - inferred.frameId()).isBetween(1L, 9L);
      }
    }
  }

  @Test
  void afterARestartInTheMiddleItIsTheSame() throws Exception {
    Map<Long, FrameResult> whole = done(300, 1);
    for (int seed = 1; seed < 6; seed++) {
      Random random = new Random(seed);
      BitSet settled = new BitSet();
      Map<Long, FrameResult> ledger = new TreeMap<>(whole);
      // a source is stored before those that follow it
      whole.values().stream()
          .filter(frame -> frame.reusedFrom() == null && random.nextInt(3) > 0)
          .forEach(frame -> settled.set((int) frame.frameId() - 1));
      whole.values().stream()
          .filter(frame -> frame.reusedFrom() != null)
          .filter(frame -> settled.get(frame.reusedFrom().intValue() - 1))
          .filter(frame -> random.nextBoolean())
          .forEach(frame -> settled.set((int) frame.frameId() - 1));
      ledger.keySet().removeIf(id -> !settled.get(id.intValue() - 1));

      StillSelectionTest again = new StillSelectionTest();
      Map<Long, FrameResult> all = again.done(300, settled, ledger, random);

      assertThat(all).isEqualTo(whole);
      assertThat(again.dispatcher.ledger()).hasSize(300 - settled.cardinality());
      assertThat(again.source.progress().submitted()).isEqualTo(300);
    }
  }

  @Test
  void whereOnePartWaitsForBoxesThoseBehindItGoOn() throws Exception {
    StillSelection selection = selection(Map.of());
    for (long id = 1; id <= 60; id++) {
      selection.take(id, frame(id, 10), false);
    }

    assertThat(dispatcher.submitted()).contains(1L, 21L, 41L);
    assertThat(dispatcher.following()).as("the third has a speck beside a box").contains(2L);
    assertThat(dispatcher.following()).doesNotContain(3L);
    assertThat(source.progress().open()).isLessThan(60);
  }

  @Test
  void whoReadsWaitsWhereTooManyAreNotDecided() throws Exception {
    try (TestThreads threads = new TestThreads(Executors.newCachedThreadPool())) {
      StillSelection selection = selection(Map.of());
      CompletableFuture<Void> reading =
          CompletableFuture.runAsync(
              () -> {
                try {
                  for (long id = 1; id <= 5; id++) {
                    selection.take(id, frame(id, 16 << 20), false);
                  }
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              },
              threads.managed());

      await().until(() -> dispatcher.following().equals(List.of(2L)));
      assertThat(reading).isNotDone();
      dispatcher.infer(1);
      await().until(() -> reading.isDone() || infersAny());
    }
  }

  private boolean infersAny() {
    dispatcher.waiting().forEach(dispatcher::infer);
    return false;
  }

  @Test
  void whatCannotBeInferredIsNotComparedWith() throws Exception {
    StillSelection selection = selection(Map.of());
    selection.take(1, frame(1, 10), false);
    selection.take(2, frame(2, 10), false);
    dispatcher.fail(1);
    selection.take(4, frame(4, 10), false);

    assertThat(dispatcher.submitted()).containsExactly(1L, 4L);
    assertThat(dispatcher.following()).containsExactly(2L);
  }

  @Test
  void nobodyWaitsForAJobThatIsCancelled() throws Exception {
    StillSelection selection = selection(Map.of());
    LongStream.rangeClosed(1, 9).forEach(id -> take(selection, id));
    assertThat(dispatcher.waiting()).containsExactly(1L);
    source.cancel();
    selection.finish();

    assertThat(source.progress().open())
        .isEqualTo(dispatcher.submitted().size() + dispatcher.following().size());
  }

  private static void take(StillSelection selection, long id) {
    try {
      selection.take(id, frame(id, 10), false);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
