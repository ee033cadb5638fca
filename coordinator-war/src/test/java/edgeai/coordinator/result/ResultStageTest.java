package edgeai.coordinator.result;

import static edgeai.coordinator.result.TestResults.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.FiredEvents;
import edgeai.common.fixture.OnBothDatabases;
import edgeai.common.fixture.QuietLog;
import edgeai.common.guard.Failures;
import edgeai.common.wire.FrameResult;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.FramePicture;
import edgeai.coordinator.frame.FrameSource;
import edgeai.coordinator.frame.ResultRules;
import edgeai.coordinator.frame.Reuse;
import edgeai.coordinator.frame.TestFrames;
import edgeai.coordinator.model.ModelPace;
import edgeai.coordinator.store.Database;
import edgeai.coordinator.store.TestLedger;
import edgeai.settings.Tiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
@Timeout(30)
@ExtendWith(QuietLog.class)
class ResultStageTest {
  private final Failures failures = new Failures();
  private final FiredEvents events = new FiredEvents(failures);
  private final FrameSource source = TestFrames.source("job", ResultRules.ALL);
  private final List<Map<String, Integer>> told = new CopyOnWriteArrayList<>();
  private TestLedger ledger;
  private FrameRepository frames;
  private RunningTotals totals;
  private ResultStage stage;
  private final ModelPace models = new ModelPace();

  @BeforeEach
  void open(@TempDir Path folder) {
    ledger = new TestLedger(folder);
    frames = new FrameRepository(ledger.database());
    totals = TestTotals.of(ledger);
    stage = TestStage.of(ledger, totals, told::add, events, models);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private Frame frame(long id) {
    return frame(id, source);
  }

  private static Frame frame(long id, FrameSource source) {
    return new Frame(id, source, id, id * 40, new FramePicture(new byte[3], 640, 480, 640, 480));
  }

  @Test
  void aFrameThatIsCutDoesNotTellHowLongAModelTakes() {
    ResultRules cut = new ResultRules(OptionalDouble.empty(), Set.of(), Tiles.SIX);
    Frame tiled = frame(1, TestFrames.source("tiled", cut));
    stage.completed(tiled, "w", "sha", List.of(), 700);
    stage.completed(frame(2), "w", "sha", List.of(), 100);

    assertThat(tiled.stored()).succeedsWithin(Duration.ofSeconds(10));
    assertThat(models.of("sha")).containsExactly(Map.entry("w", 100.0));
  }

  @Test
  void aCompletedFrameIsStoredCountedAndTold() {
    Frame frame = frame(1);
    stage.completed(frame, "w", "sha", List.of(seen("car")), 12.34);
    assertThat(frame.stored()).succeedsWithin(Duration.ofSeconds(10));

    await().until(() -> source.progress().completed() == 1);
    FrameResult stored = events.of(ResultStored.class).get(0).result();
    assertThat(frames.find(1).map(found -> found.with(null))).isEqualTo(Optional.of(stored));
    assertThat(totals.summary().totalFrames()).isEqualTo(1);
    assertThat(told).containsExactly(Map.of("car", 1));
    assertThat(events.of(FrameSeen.class)).hasSize(1);
    assertThat(stored.processingTimeMs()).isEqualTo(12.3);
  }

  @Test
  void aFailedFrameIsStoredAndNotCounted() {
    Frame frame = frame(1);
    stage.failed(frame, "w", "3 workers failed on it");
    assertThat(frame.stored()).succeedsWithin(Duration.ofSeconds(10));

    assertThat(frames.find(1).orElseThrow().status()).isEqualTo(FrameResult.FAILED);
    assertThat(totals.summary().totalFrames()).isZero();
    assertThat(events.of(FrameSeen.class)).isEmpty();
  }

  @Test
  void aFrameThatWasNotInferredSaysSoUnlessItFailed() {
    Frame done = frame(2);
    done.reuses(new Reuse(1, 0.02));
    Frame cancelled = frame(3);
    cancelled.reuses(new Reuse(1, 0.02));
    stage.completed(done, "w", "sha", List.of(seen("car")), 0);
    stage.failed(cancelled, "", "cancelled");
    assertThat(done.stored()).succeedsWithin(Duration.ofSeconds(10));
    assertThat(cancelled.stored()).succeedsWithin(Duration.ofSeconds(10));

    assertThat(done.stored().join().model()).isEqualTo("sha");
    assertThat(done.stored().join().result().reusedFrom()).isEqualTo(1);
    assertThat(frames.find(2).orElseThrow().change()).isEqualTo(0.02);
    assertThat(frames.find(3).orElseThrow().reusedFrom()).isNull();
    assertThat(new FrameTallies(ledger.database(), frames).tally("job"))
        .isEqualTo(new FrameTallies.Tally(1, 1, 1, 1));
  }

  @Test
  void theRulesOfTheJobDecideWhatCounts() {
    ResultRules buses = new ResultRules(OptionalDouble.empty(), Set.of("bus"));
    Frame frame = frame(1, TestFrames.source("job", buses));
    stage.completed(frame, "w", "sha", List.of(seen("car"), seen("bus")), 1);
    assertThat(frame.stored()).succeedsWithin(Duration.ofSeconds(10));

    assertThat(frames.find(1).orElseThrow().detections()).isEqualTo(List.of(seen("bus")));
  }

  @Test
  void aListenerThatFailsLosesNoResult() {
    events.observe(
        FrameSeen.class,
        seen -> {
          throw new IllegalStateException("a bug");
        });
    Frame frame = frame(1);

    stage.completed(frame, "w", "sha", List.of(), 1);

    assertThat(failures.count("observer")).isEqualTo(1);
    assertThat(frame.stored()).succeedsWithin(Duration.ofSeconds(10));
    assertThat(frames.find(1)).isPresent();
  }

  @Test
  void aResultTheDatabaseRefusesEndsAsAFailedFrame() {
    String tooLong = "x".repeat(1_000_001);
    Frame frame = frame(1);
    stage.completed(frame, "w", "sha", List.of(seen(tooLong)), 1);
    assertThat(frame.stored()).succeedsWithin(Duration.ofSeconds(10));

    await().until(() -> source.progress().failed() == 1);
    assertThat(source.progress().completed()).isZero();
    assertThat(frames.find(1).orElseThrow().status()).isEqualTo(FrameResult.FAILED);
    assertThat(frames.find(1).orElseThrow().error()).isEqualTo("Its result could not be stored.");
    assertThat(totals.summary().totalFrames()).isZero();
  }

  @Test
  void noJobWaitsForAFrameThatCannotBeStoredAtAll() {
    ledger.writer().write(connection -> Database.update(connection, "drop table frame"));
    source.progress().taken();
    Frame frame = frame(1);
    stage.completed(frame, "w", "sha", List.of(), 1);

    await().until(() -> source.progress().open() == 0);
    assertThat(frame.stored()).isCompletedExceptionally();
    assertThat(source.progress().failed()).isEqualTo(1);
  }

  @Test
  void aStoredResultIsToldWhenItIsInTheTotals() {
    List<Long> totalsThen = new CopyOnWriteArrayList<>();
    events.observe(ResultStored.class, told -> totalsThen.add(totals.summary().totalFrames()));
    Frame good = frame(1);
    stage.completed(good, "w", "sha", List.of(seen("car")), 1);
    assertThat(good.stored()).succeedsWithin(Duration.ofSeconds(10));
    Frame bad = frame(2);
    stage.failed(bad, "w", "3 workers failed on it");
    assertThat(bad.stored()).succeedsWithin(Duration.ofSeconds(10));
    await().until(() -> source.progress().completed() + source.progress().failed() == 2);
    stage.storeOther(7, "w", List.of(), 1, null);

    assertThat(totalsThen).containsExactly(1L, 1L, 2L);
    assertThat(events.of(ResultStored.class))
        .extracting(told -> told.result().frameId())
        .containsExactly(1L, 2L, 7L);
  }

  @Test
  void aListenerThatFailsHoldsNoJobUp() {
    events.observe(
        ResultStored.class,
        told -> {
          throw new IllegalStateException("a bug");
        });
    stage.completed(frame(1), "w", "sha", List.of(), 1);

    await().until(() -> source.progress().completed() == 1);
  }

  @Test
  void aResultWithoutAJobIsReplacedWhenItComesAgain() {
    Stream.of("car", "bus", "truck")
        .forEach(label -> stage.storeOther(7, "w", List.of(seen(label)), 1, null));

    assertThat(totals.summary().totalFrames()).isEqualTo(1);
    assertThat(totals.summary().objectCounts()).containsOnlyKeys("truck");
    assertThat(frames.find(7)).isEmpty();
  }
}
