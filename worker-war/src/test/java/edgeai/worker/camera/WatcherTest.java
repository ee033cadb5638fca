package edgeai.worker.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.MutableClock;
import edgeai.common.fixture.TestThreads;
import edgeai.common.inference.Engine;
import edgeai.common.inference.EngineInUse;
import edgeai.common.inference.InferenceOutcome;
import edgeai.common.video.VideoFrame;
import edgeai.common.vision.EncodedPicture;
import edgeai.common.vision.ModelCard;
import edgeai.common.vision.NoOpModel;
import edgeai.common.vision.PixelPicture;
import edgeai.common.wire.FrameResult;
import edgeai.settings.SettingReader;
import edgeai.settings.SkipStill;
import edgeai.settings.Tiles;
import edgeai.worker.infer.InferenceStage;
import edgeai.worker.settings.WorkerSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** Of a worker that has no model yet, or none that looks; the rest is seen in the system tests. */
class WatcherTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final FrameSlot slot = new FrameSlot();
  private final List<FrameResult> seen = Collections.synchronizedList(new ArrayList<>());

  @Test
  void framesWithoutAModelAreShedAndReportedNowhere() {
    InferenceStage inference =
        new InferenceStage(
            WorkerSettings.read(new SettingReader(Map.of("INFER_CALLERS", "1")::get)),
            new EngineInUse(Optional.empty(), new MutableClock()));
    Watcher watcher =
        new Watcher(
            "w",
            slot,
            inference,
            Tiles.WHOLE,
            seen::add,
            new SeenBefore(SkipStill.OFF),
            new MutableClock());
    try (TestThreads threads = new TestThreads()) {
      Activity activity = Activity.start(threads.managed(), watcher::run);
      for (int i = 1; i <= 3; i++) {
        int frames = i;
        slot.put(new CapturedFrame(new VideoFrame(i, i, 1, 1, new byte[1], 1, 1, 0, 0), 1));
        await().atMost(LIMIT).until(() -> slot.shed() == frames);
      }
      activity.interrupt();
      assertThat(activity.hasEnded(LIMIT.toMillis())).isTrue();
    }
    assertThat(seen).isEmpty();
  }

  @Test
  void framesAreCutAsTheCameraIsSetTo() {
    WorkerSettings settings = WorkerSettings.read(new SettingReader(Map.<String, String>of()::get));
    EngineInUse engine = new EngineInUse(Optional.empty(), new MutableClock());
    Queue<Tiles> cut = new ConcurrentLinkedQueue<>();
    engine.use(new TilesEngine(cut));
    Watcher watcher =
        new Watcher(
            "w",
            slot,
            new InferenceStage(settings, engine),
            Tiles.AUTO,
            seen::add,
            new SeenBefore(SkipStill.OFF),
            new MutableClock());
    try (TestThreads threads = new TestThreads()) {
      Activity activity = Activity.start(threads.managed(), watcher::run);
      slot.put(new CapturedFrame(new VideoFrame(1, 1, 1, 1, new byte[1], 1, 1, 0, 0), 1));
      await().atMost(LIMIT).until(() -> !seen.isEmpty());
      activity.interrupt();
      assertThat(activity.hasEnded(LIMIT.toMillis())).isTrue();
    }
    assertThat(cut).containsExactly(Tiles.AUTO);
  }

  /** Notes into what it is to cut. */
  private record TilesEngine(Queue<Tiles> cut) implements Engine {
    @Override
    public ModelCard card() {
      return NoOpModel.CARD;
    }

    @Override
    public InferenceOutcome infer(EncodedPicture picture, double confidence) {
      cut.add(picture.tiles());
      return new InferenceOutcome(List.of(), 1, NoOpModel.CARD.sha256());
    }

    @Override
    public InferenceOutcome infer(PixelPicture picture, double confidence) {
      throw new UnsupportedOperationException("a camera has pictures");
    }

    @Override
    public void prove(EncodedPicture picture) {
      // nothing to prove
    }

    @Override
    public void close() {
      // it holds nothing
    }
  }
}
