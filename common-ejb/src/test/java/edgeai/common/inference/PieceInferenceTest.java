package edgeai.common.inference;

import static edgeai.common.inference.PieceInferenceBench.all;
import static edgeai.common.inference.PieceInferenceBench.bytes;
import static edgeai.common.inference.PieceInferenceBench.piece;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import edgeai.common.error.Conflict;
import edgeai.common.fixture.QuietLog;
import edgeai.common.wire.PieceLine;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
@ExtendWith(QuietLog.class)
class PieceInferenceTest {
  @AutoClose private final PieceInferenceBench bench = new PieceInferenceBench();
  private final EngineInUse engine = bench.engine;
  private final List<ScriptedFrames> started = bench.started;
  private final PieceInference pieces = bench.pieces;

  @Test
  void everyFrameIsAnsweredOnce() throws Exception {
    engine.use(new CountingEngine("a"));
    PieceRun run = bench.begin(LongStream.rangeClosed(1, 100).toArray());

    assertThat(run.size()).isEqualTo(100);
    List<PieceLine> lines = all(run);

    assertThat(lines).hasSize(100).allMatch(PieceLine::isDone);
    assertThat(lines.stream().map(PieceLine::frameId).distinct()).hasSize(100);
    assertThat(lines.get(0).frameWidth()).isEqualTo(1920);
    assertThat(lines.get(0).frameHeight()).isEqualTo(1080);
    assertThat(started.get(0).packets).containsExactly(1, 2, 3, 4, 5);
    assertThat(pieces.figures().frames()).isEqualTo(100);
    assertThat(pieces.figures().pieces()).isOne();
    assertThat(pieces.inFlight()).isZero();
    assertThat(pieces.heldBytes()).isZero();
  }

  @Test
  void theThresholdIsThePiecesOrElseTheServersOwn() throws Exception {
    CountingEngine model = new CountingEngine("a");
    engine.use(model);

    all(bench.begin(1));
    all(pieces.begin("job", new ByteArrayInputStream(bytes(0.25, 2)), Optional.empty()));

    assertThat(model.confidences).containsExactly(0.35, 0.25);
  }

  @Test
  void aLineIsThereBeforeThePieceIsDecoded() throws Exception {
    engine.use(new CountingEngine("a"));
    ScriptedFrames source = bench.script();
    source.holdBefore(3);
    PieceRun run = bench.begin(1, 2, 3);

    assertThat(run.next().orElseThrow().isDone()).isTrue();
    assertThat(run.next().orElseThrow().isDone()).isTrue();
    source.goOn();
    assertThat(run.next().orElseThrow().frameId()).isEqualTo(3);
    assertThat(run.next()).isEmpty();
    run.close();
  }

  @Test
  void aFrameThatNobodyCanInferIsAnsweredAllTheSame() throws Exception {
    engine.use(new CountingEngine("a"));
    bench.callers.shutdownNow();

    assertThat(all(bench.begin(1, 2, 3)))
        .hasSize(3)
        .allSatisfy(line -> assertThat(line.error()).contains("server failed"));
    assertThat(bench.failures.count("frame of a piece")).isEqualTo(3);
    assertThat(pieces.heldBytes()).isZero();
    await().until(() -> pieces.inFlight() == 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"next", "absence", "close"})
  void aPieceEndsWhateverItsDecoderThrows(String stage) throws Exception {
    engine.use(new CountingEngine("a"));
    ScriptedFrames decoder = bench.script();
    decoder.leaveOut(3);
    decoder.failBefore(stage.equals("next") ? 2 : Long.MAX_VALUE);
    decoder.breaksOn(stage);

    assertThat(all(bench.begin(1, 2, 3))).hasSize(3);
    assertThat(bench.failures.count("decoded piece")).isPositive();
    await().until(() -> pieces.inFlight() == 0);

    assertThat(all(bench.begin(4, 5))).hasSize(2).allMatch(PieceLine::isDone);
  }

  @Test
  void whatTheDecoderLeavesOutIsToldWithTheReason() throws Exception {
    engine.use(new CountingEngine("a"));
    bench.script().leaveOut(2);

    List<PieceLine> lines = all(bench.begin(1, 2, 3));

    assertThat(lines).extracting(PieceLine::frameId).containsExactlyInAnyOrder(1L, 2L, 3L);
    assertThat(lines)
        .filteredOn(line -> !line.isDone())
        .containsExactly(PieceLine.failed(2, "Frame 2 is missing."));
  }

  @Test
  void aDecoderThatFailsFailsWhatIsLeftAndIsNotUsedAgain() throws Exception {
    engine.use(new CountingEngine("a"));
    bench.script().failBefore(2);

    List<PieceLine> lines = all(bench.begin(1, 2, 3));

    assertThat(lines).hasSize(3);
    assertThat(lines.stream().filter(PieceLine::isDone).map(PieceLine::frameId))
        .containsExactly(1L);
    assertThat(lines.stream().map(PieceLine::error).filter(e -> e != null).distinct())
        .containsExactly("The server failed on this piece; its log says why.");
    assertThat(started.get(0).closed).isTrue();
    all(bench.begin(4));
    assertThat(started).hasSize(2);
  }

  @Test
  void aFrameThatInferenceFailsOnFailsAlone() throws Exception {
    CountingEngine model = new CountingEngine("a");
    model.failOn(2);
    engine.use(model);

    List<PieceLine> lines = all(bench.begin(1, 2, 3));

    assertThat(lines).hasSize(3);
    assertThat(lines.stream().filter(line -> !line.isDone()).map(PieceLine::error))
        .containsExactly("The server failed on this frame; its log says why.");
  }

  @Test
  void aPieceIsDoneByOneModel() throws Exception {
    CountingEngine first = new CountingEngine("a");
    CountingEngine second = new CountingEngine("b");
    engine.use(first);
    ScriptedFrames source = bench.script();
    source.holdBefore(2);
    PieceRun run = bench.begin(1, 2);
    assertThat(run.next().orElseThrow().isDone()).isTrue();

    engine.use(second);
    source.goOn();

    assertThat(run.next().orElseThrow().isDone()).isTrue();
    assertThat(first.seen).containsExactly(1L, 2L);
    assertThat(second.seen).isEmpty();
    assertThat(first.closed).isFalse();
    run.close();
    await().until(() -> first.closed);
    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> pieces.begin("job", piece(3), Optional.of("a")));
    assertThat(all(pieces.begin("job", piece(3), Optional.of("B")))).hasSize(1);
  }

  @Test
  void anEngineThatLooksAtNothingIsSparedDecoding() throws Exception {
    CountingEngine blind = new CountingEngine("a");
    blind.looks = false;
    engine.use(blind);

    List<PieceLine> lines = all(bench.begin(LongStream.rangeClosed(1, 30).toArray()));

    assertThat(lines).hasSize(30).allMatch(PieceLine::isDone);
    assertThat(lines).allMatch(line -> line.frameWidth() == 0);
    assertThat(started).isEmpty();
  }
}
