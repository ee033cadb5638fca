package edgeai.common.inference;

import static edgeai.common.inference.PieceInferenceBench.CALLERS;
import static edgeai.common.inference.PieceInferenceBench.LIMIT;
import static edgeai.common.inference.PieceInferenceBench.all;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import edgeai.common.error.Unavailable;
import edgeai.common.wire.PieceLine;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PieceClosingTest {
  @AutoClose private final PieceInferenceBench bench = new PieceInferenceBench();
  private final EngineInUse engine = bench.engine;
  private final List<ScriptedFrames> started = bench.started;
  private final PieceInference pieces = bench.pieces;

  @Test
  void whoeverClosesAPieceEndsItsDecoderAndInference() throws Exception {
    CountingEngine model = new CountingEngine("a");
    engine.use(model);
    model.hold();
    PieceRun run = bench.begin(LongStream.rangeClosed(1, 50).toArray());
    ScriptedFrames source = started.get(0);
    await().atMost(LIMIT).until(() -> pieces.waitingFrames() > 0 && model.seen.size() == CALLERS);

    run.close();

    assertThat(source.closed).isTrue();
    assertThat(run.next()).isEmpty();
    await().atMost(LIMIT).until(() -> pieces.inFlight() == 0);
    model.goOn();
    await().atMost(LIMIT).until(() -> pieces.heldBytes() == 0);
    assertThat(all(bench.begin(99))).hasSize(1);
    assertThat(model.seen).hasSize(CALLERS + 1);
  }

  @Test
  void nobodyWaitsForLinesThatNobodyWillWrite() throws Exception {
    CountingEngine model = new CountingEngine("a");
    engine.use(model);
    model.hold();
    PieceRun run = bench.begin(1, 2, 3);
    await().atMost(LIMIT).until(() -> pieces.waitingFrames() > 0);

    pieces.close();

    assertThat(run.next()).isEmpty();
    run.close();
    model.goOn();
    await().atMost(LIMIT).until(() -> pieces.inFlight() == 0);
  }

  @Test
  void aServerThatEndsLetsNobodyWaitForADecoder() throws Exception {
    engine.use(new CountingEngine("a"));
    ScriptedFrames source = bench.script();
    source.holdBefore(1);
    PieceRun first = bench.begin(1);
    Future<PieceRun> second = bench.threads.submit(() -> bench.begin(2));
    await().atMost(LIMIT).until(() -> pieces.inFlight() == 2);

    pieces.close();

    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> second.get(60, TimeUnit.SECONDS))
        .withCauseInstanceOf(Unavailable.class);
    first.close();
    await().atMost(LIMIT).until(() -> pieces.inFlight() == 0);
  }

  @Test
  void aDecoderThatEndsLeavesWhoWaitsToAnother() throws Exception {
    engine.use(new CountingEngine("a"));
    ScriptedFrames source = bench.script();
    source.holdBefore(1);
    PieceRun first = bench.begin(1);
    Future<List<PieceLine>> second = bench.threads.submit(() -> all(bench.begin(2)));
    Future<List<PieceLine>> third = bench.threads.submit(() -> all(bench.begin(3)));
    await().atMost(LIMIT).until(() -> pieces.inFlight() == 3);

    first.close();

    assertThat(second.get(60, TimeUnit.SECONDS)).hasSize(1);
    assertThat(third.get(60, TimeUnit.SECONDS)).hasSize(1);
    assertThat(started).hasSize(2);
    await().atMost(LIMIT).until(() -> pieces.inFlight() == 0);
  }
}
