package edgeai.common.inference;

import static edgeai.common.inference.PieceInferenceBench.LIMIT;
import static edgeai.common.inference.PieceInferenceBench.all;
import static edgeai.common.inference.PieceInferenceBench.bytes;
import static edgeai.common.inference.PieceInferenceBench.piece;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.wire.PieceLine;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DecoderReuseTest {
  @AutoClose private final PieceInferenceBench bench = new PieceInferenceBench();
  private final EngineInUse engine = bench.engine;
  private final List<ScriptedFrames> started = bench.started;
  private final PieceInference pieces = bench.pieces;

  @Test
  void aDecoderStaysForTheJobAndForNoOther() throws Exception {
    engine.use(new CountingEngine("a"));

    all(bench.begin(1));
    all(bench.begin(2));
    assertThat(started).hasSize(1);
    all(pieces.begin("other", piece(3), Optional.empty()));
    assertThat(started).hasSize(2);
    all(bench.begin(4));
    assertThat(started).hasSize(2);
    all(pieces.begin("third", piece(5), Optional.empty()));

    // the one that waited longest made room
    assertThat(started.stream().filter(source -> source.closed)).containsExactly(started.get(1));
    pieces.close();
    assertThat(started).allMatch(source -> source.closed);
  }

  @Test
  void aPieceWaitsForTheDecoderOfThePieceBeforeIt() throws Exception {
    engine.use(new CountingEngine("a"));
    ScriptedFrames source = bench.script();
    source.holdBefore(3);
    PieceRun first = bench.begin(1, 2, 3);
    ByteArrayInputStream bytes = new ByteArrayInputStream(bytes(Double.NaN, 11, 12));
    Future<List<PieceLine>> second =
        bench.threads.submit(() -> all(pieces.begin("job", bytes, Optional.empty())));

    // its bytes are here before a decoder is free for them
    await().atMost(LIMIT).until(() -> bytes.available() == 0);
    assertThat(started).hasSize(1);
    assertThat(second).isNotDone();

    source.goOn();
    assertThat(all(first)).hasSize(3).allMatch(PieceLine::isDone);
    assertThat(second.get()).hasSize(2).allMatch(PieceLine::isDone);
    assertThat(started).hasSize(1);
    assertThat(source.packets).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void aPieceOfAnotherJobDoesNotWait() throws Exception {
    engine.use(new CountingEngine("a"));
    ScriptedFrames source = bench.script();
    source.holdBefore(1);
    PieceRun first = bench.begin(1);

    assertThat(all(pieces.begin("other", piece(2), Optional.empty()))).hasSize(1);

    assertThat(started).hasSize(2);
    source.goOn();
    assertThat(all(first)).hasSize(1);
  }

  @Test
  void aPieceThatNobodyWantsLeavesItsTurnToTheNext() throws Exception {
    engine.use(new CountingEngine("a"));
    ScriptedFrames source = bench.script();
    source.holdBefore(1);
    PieceRun first = bench.begin(1);
    ByteArrayInputStream bytes = new ByteArrayInputStream(bytes(Double.NaN, 2));
    Future<PieceRun> second =
        bench.threads.submit(() -> pieces.begin("job", bytes, Optional.empty()));
    await().atMost(LIMIT).until(() -> bytes.available() == 0);

    second.cancel(true);
    await().atMost(LIMIT).until(() -> pieces.inFlight() == 1);
    first.close();

    assertThat(source.closed).isTrue();
    assertThat(all(bench.begin(3))).hasSize(1);
    await().atMost(LIMIT).until(() -> pieces.inFlight() == 0);
  }

  @Test
  void theNextDecoderIsPreparedOnceThereIsNothingToDo() throws Exception {
    engine.use(new CountingEngine("a"));
    PieceRun first = bench.begin(1, 2);
    // all of it is decoded, and its decoder waits for the next
    await().atMost(LIMIT).until(() -> pieces.waitingDecoders() == 1);
    await().during(WarmDecoders.REST.plusMillis(300)).until(() -> bench.prepared.get() == 0);

    all(first);

    await().atMost(LIMIT).until(() -> bench.prepared.get() == 1);
  }
}
