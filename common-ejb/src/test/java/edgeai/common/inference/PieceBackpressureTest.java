package edgeai.common.inference;

import static edgeai.common.inference.PieceInferenceBench.LIMIT;
import static edgeai.common.inference.PieceInferenceBench.LIMITS;
import static edgeai.common.inference.PieceInferenceBench.all;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.wire.PieceLine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PieceBackpressureTest {
  @AutoClose private final PieceInferenceBench bench = new PieceInferenceBench();
  private final EngineInUse engine = bench.engine;
  private final List<ScriptedFrames> started = bench.started;
  private final PieceInference pieces = bench.pieces;

  @Test
  void aDecoderWaitsForWhoeverTakesTheLines() throws Exception {
    engine.use(new CountingEngine("a"));
    PieceRun run = bench.begin(LongStream.rangeClosed(1, 100).toArray());
    ScriptedFrames source = started.get(0);

    await().atMost(LIMIT).until(() -> source.given() > LIMITS.ahead());
    await().during(Duration.ofMillis(200)).until(() -> source.given() == LIMITS.ahead() + 1);
    assertThat(pieces.heldBytes()).isLessThanOrEqualTo(LIMITS.bytes());

    assertThat(all(run)).hasSize(100);
  }

  @Test
  void bytesAreBoundedAndOneFrameFitsAlways() throws Exception {
    engine.use(new CountingEngine("a"));
    ScriptedFrames source = bench.script();
    source.sized(30, 20); // 1,800 bytes, more than all may have
    PieceRun run = bench.begin(1, 2, 3, 4);

    await().atMost(LIMIT).until(() -> pieces.heldBytes() == 1_800);
    await().during(Duration.ofMillis(200)).until(() -> source.given() == 2);

    assertThat(all(run)).hasSize(4).allMatch(PieceLine::isDone);
  }

  @Test
  void theOldestPieceGoesFirst() throws Exception {
    CountingEngine model = new CountingEngine("a");
    engine.use(model);
    model.hold();
    CountDownLatch over = new CountDownLatch(1);
    // of several callers one that took its frame earlier may be overtaken
    bench.callers.submit(() -> over.await(60, TimeUnit.SECONDS));
    PieceRun first = bench.begin(1, 2, 3, 4, 5, 6);
    PieceRun second = bench.begin(11, 12, 13, 14, 15, 16);
    await().atMost(LIMIT).until(() -> pieces.waitingFrames() == 11);

    model.goOn();
    all(first);
    all(second);
    over.countDown();

    assertThat(model.seen).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 11L, 12L, 13L, 14L, 15L, 16L);
  }
}
