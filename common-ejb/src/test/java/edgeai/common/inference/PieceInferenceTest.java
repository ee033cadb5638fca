package edgeai.common.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import edgeai.common.error.Conflict;
import edgeai.common.error.Unavailable;
import edgeai.common.fixture.MutableClock;
import edgeai.common.fixture.Problems;
import edgeai.common.fixture.Problems.Refused;
import edgeai.common.guard.Failures;
import edgeai.common.guard.Schedule;
import edgeai.common.metrics.StageTimes;
import edgeai.common.piece.MalformedPieceException;
import edgeai.common.piece.PieceFrame;
import edgeai.common.piece.PieceHeader;
import edgeai.common.piece.PiecePacket;
import edgeai.common.wire.PieceLine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PieceInferenceTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int CALLERS = 2;
  private static final PieceLimits LIMITS = new PieceLimits(2, CALLERS, 1_000);

  private final EngineInUse engine = new EngineInUse(new MutableClock());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final List<ScriptedFrames> started = new CopyOnWriteArrayList<>();
  private final PieceInference pieces =
      new PieceInference(
          engine,
          LIMITS,
          0.4,
          new StageTimes(),
          new WarmDecoders(new Starts(), LIMITS, 1, new Schedule(timer, new Failures())),
          threads,
          callers);

  private final AtomicInteger prepared = new AtomicInteger();

  private ScriptedFrames script = new ScriptedFrames();

  private final class Starts implements WarmDecoders.Start {
    @Override
    public PieceSource decoder() {
      ScriptedFrames source = script;
      script = new ScriptedFrames();
      started.add(source);
      return source;
    }

    @Override
    public void prepare() {
      prepared.incrementAndGet();
    }

    @Override
    public void close() {
      // a script holds nothing
    }
  }

  @AfterEach
  void end() {
    pieces.close();
    started.forEach(ScriptedFrames::close);
    threads.shutdownNow();
    callers.shutdownNow();
    timer.shutdownNow();
  }

  private static InputStream piece(long... ids) {
    return new ByteArrayInputStream(bytes(Double.NaN, ids));
  }

  private static byte[] bytes(double confidence, long... ids) {
    List<PieceFrame> frames =
        LongStream.of(ids).mapToObj(id -> new PieceFrame(id, id, id, id * 1000, false)).toList();
    PieceHeader header =
        new PieceHeader(
            new byte[2], new byte[0], confidence, frames, List.of(new PiecePacket(5, 0, 0, 1)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(header.bytes());
    out.writeBytes(new byte[] {1, 2, 3, 4, 5});
    return out.toByteArray();
  }

  private static List<PieceLine> all(PieceRun run) throws InterruptedException {
    List<PieceLine> lines = new ArrayList<>();
    try (run) {
      for (Optional<PieceLine> line = run.next(); line.isPresent(); line = run.next()) {
        lines.add(line.get());
      }
    }
    return lines;
  }

  private PieceRun begin(long... ids) throws Exception {
    return pieces.begin("job", piece(ids), Optional.empty());
  }

  @Test
  void everyFrameIsAnsweredOnce() throws Exception {
    engine.use(new CountingEngine("a"));
    PieceRun run = begin(LongStream.rangeClosed(1, 100).toArray());

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

    all(begin(1));
    all(pieces.begin("job", new ByteArrayInputStream(bytes(0.25, 2)), Optional.empty()));

    assertThat(model.confidences).containsExactly(0.4, 0.25);
  }

  @Test
  void aLineIsThereBeforeThePieceIsDecoded() throws Exception {
    engine.use(new CountingEngine("a"));
    ScriptedFrames source = script;
    source.holdBefore(3);
    PieceRun run = begin(1, 2, 3);

    assertThat(run.next().orElseThrow().isDone()).isTrue();
    assertThat(run.next().orElseThrow().isDone()).isTrue();
    source.goOn();
    assertThat(run.next().orElseThrow().frameId()).isEqualTo(3);
    assertThat(run.next()).isEmpty();
    run.close();
  }

  @Test
  void whatTheDecoderLeavesOutIsToldWithTheReason() throws Exception {
    engine.use(new CountingEngine("a"));
    script.leaveOut(2);

    List<PieceLine> lines = all(begin(1, 2, 3));

    assertThat(lines).extracting(PieceLine::frameId).containsExactlyInAnyOrder(1L, 2L, 3L);
    assertThat(lines)
        .filteredOn(line -> !line.isDone())
        .containsExactly(PieceLine.failed(2, "Frame 2 is missing."));
  }

  @Test
  void aDecoderThatFailsFailsWhatIsLeftAndIsNotUsedAgain() throws Exception {
    engine.use(new CountingEngine("a"));
    script.failBefore(2);

    List<PieceLine> lines = all(begin(1, 2, 3));

    assertThat(lines).hasSize(3);
    assertThat(lines.stream().filter(PieceLine::isDone).map(PieceLine::frameId))
        .containsExactly(1L);
    assertThat(lines.stream().map(PieceLine::error).filter(e -> e != null).distinct())
        .containsExactly("The server failed on this piece; its log says why.");
    assertThat(started.get(0).closed).isTrue();
    all(begin(4));
    assertThat(started).hasSize(2);
  }

  @Test
  void aFrameThatInferenceFailsOnFailsAlone() throws Exception {
    CountingEngine model = new CountingEngine("a");
    model.failOn(2);
    engine.use(model);

    List<PieceLine> lines = all(begin(1, 2, 3));

    assertThat(lines).hasSize(3);
    assertThat(lines.stream().filter(line -> !line.isDone()).map(PieceLine::error))
        .containsExactly("The server failed on this frame; its log says why.");
  }

  @Test
  void aPieceIsDoneByOneModel() throws Exception {
    engine.use(new CountingEngine("a"));
    ScriptedFrames source = script;
    source.holdBefore(2);
    PieceRun run = begin(1, 2);
    assertThat(run.next().orElseThrow().isDone()).isTrue();

    engine.use(new CountingEngine("b"));
    source.goOn();

    assertThat(run.next().orElseThrow().error()).isEqualTo("This worker's model is b, not a.");
    run.close();
    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> pieces.begin("job", piece(3), Optional.of("a")));
    assertThat(all(pieces.begin("job", piece(3), Optional.of("B")))).hasSize(1);
  }

  @Test
  void pastThePlacesAPieceIsTurnedAway() throws Exception {
    engine.use(new CountingEngine("a"));
    List<PieceRun> runs = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      runs.add(begin(i));
    }

    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> begin(5))
        .withMessage("This worker has 4 pieces already.");

    all(runs.remove(0));
    assertThat(all(begin(5))).hasSize(1);
    for (PieceRun run : runs) {
      all(run);
    }
    assertThat(pieces.inFlight()).isZero();
  }

  @Test
  void whatWasRefusedLeavesItsPlace() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertThatExceptionOfType(Unavailable.class)
          .isThrownBy(() -> begin(1))
          .withMessage("This worker has no model yet.");
    }
    engine.use(new CountingEngine("a"));
    byte[] whole = bytes(0.5, 1, 2);
    for (int length = 0; length < whole.length; length++) {
      InputStream cut = new ByteArrayInputStream(Arrays.copyOf(whole, length));
      assertThatExceptionOfType(EOFException.class)
          .isThrownBy(() -> pieces.begin("job", cut, Optional.empty()));
    }
    InputStream none = new ByteArrayInputStream("no piece at all".getBytes());
    assertThatExceptionOfType(MalformedPieceException.class)
        .isThrownBy(() -> pieces.begin("job", none, Optional.empty()));
    assertThatExceptionOfType(MalformedPieceException.class)
        .isThrownBy(() -> begin(1, 2, 1))
        .withMessage("The piece wants a frame twice.");

    assertThat(pieces.inFlight()).isZero();
    assertThat(started).allMatch(source -> source.closed);
  }

  @Test
  void aDecoderWaitsForWhoeverTakesTheLines() throws Exception {
    engine.use(new CountingEngine("a"));
    PieceRun run = begin(LongStream.rangeClosed(1, 100).toArray());
    ScriptedFrames source = started.get(0);

    await().atMost(LIMIT).until(() -> source.given() > LIMITS.ahead());
    await().during(Duration.ofMillis(200)).until(() -> source.given() == LIMITS.ahead() + 1);
    assertThat(pieces.heldBytes()).isLessThanOrEqualTo(LIMITS.bytes());

    assertThat(all(run)).hasSize(100);
  }

  @Test
  void bytesAreBoundedAndOneFrameFitsAlways() throws Exception {
    engine.use(new CountingEngine("a"));
    ScriptedFrames source = script;
    source.sized(30, 20); // 1,800 bytes, more than all may have
    PieceRun run = begin(1, 2, 3, 4);

    await().atMost(LIMIT).until(() -> pieces.heldBytes() == 1_800);
    await().during(Duration.ofMillis(200)).until(() -> source.given() == 2);

    assertThat(all(run)).hasSize(4).allMatch(PieceLine::isDone);
  }

  @Test
  void aModelThatWantsMorePixelsThanPiecesAreDecodedToGetsNoPieces() {
    CountingEngine model = new CountingEngine("a");
    model.side = 4097;
    engine.use(model);

    assertThat(Problems.of(() -> begin(1)))
        .isEqualTo(new Refused(415, "Pieces are not decoded for an input of 4097x4097 pixels."));
    assertThat(pieces.inFlight()).isZero();
    assertThat(started).isEmpty();
  }

  @Test
  void theOldestPieceGoesFirst() throws Exception {
    CountingEngine model = new CountingEngine("a");
    engine.use(model);
    model.hold();
    CountDownLatch over = new CountDownLatch(1);
    // of several callers one that took its frame earlier may be overtaken
    callers.submit(() -> over.await(60, TimeUnit.SECONDS));
    PieceRun first = begin(1, 2, 3, 4, 5, 6);
    PieceRun second = begin(11, 12, 13, 14, 15, 16);
    await().atMost(LIMIT).until(() -> pieces.waitingFrames() == 11);

    model.goOn();
    all(first);
    all(second);
    over.countDown();

    assertThat(model.seen).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 11L, 12L, 13L, 14L, 15L, 16L);
  }

  @Test
  void whoeverClosesAPieceEndsItsDecoderAndInference() throws Exception {
    CountingEngine model = new CountingEngine("a");
    engine.use(model);
    model.hold();
    PieceRun run = begin(LongStream.rangeClosed(1, 50).toArray());
    ScriptedFrames source = started.get(0);
    await().atMost(LIMIT).until(() -> pieces.waitingFrames() > 0 && model.seen.size() == CALLERS);

    run.close();

    assertThat(source.closed).isTrue();
    assertThat(run.next()).isEmpty();
    await().atMost(LIMIT).until(() -> pieces.inFlight() == 0);
    model.goOn();
    await().atMost(LIMIT).until(() -> pieces.heldBytes() == 0);
    assertThat(all(begin(99))).hasSize(1);
    assertThat(model.seen).hasSize(CALLERS + 1);
  }

  @Test
  void aDecoderStaysForTheJobAndForNoOther() throws Exception {
    engine.use(new CountingEngine("a"));

    all(begin(1));
    all(begin(2));
    assertThat(started).hasSize(1);
    all(pieces.begin("other", piece(3), Optional.empty()));
    assertThat(started).hasSize(2);
    all(begin(4));
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
    ScriptedFrames source = script;
    source.holdBefore(3);
    PieceRun first = begin(1, 2, 3);
    ByteArrayInputStream bytes = new ByteArrayInputStream(bytes(Double.NaN, 11, 12));
    Future<List<PieceLine>> second =
        threads.submit(() -> all(pieces.begin("job", bytes, Optional.empty())));

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
    ScriptedFrames source = script;
    source.holdBefore(1);
    PieceRun first = begin(1);

    assertThat(all(pieces.begin("other", piece(2), Optional.empty()))).hasSize(1);

    assertThat(started).hasSize(2);
    source.goOn();
    assertThat(all(first)).hasSize(1);
  }

  @Test
  void aPieceThatNobodyWantsLeavesItsTurnToTheNext() throws Exception {
    engine.use(new CountingEngine("a"));
    ScriptedFrames source = script;
    source.holdBefore(1);
    PieceRun first = begin(1);
    ByteArrayInputStream bytes = new ByteArrayInputStream(bytes(Double.NaN, 2));
    Future<PieceRun> second = threads.submit(() -> pieces.begin("job", bytes, Optional.empty()));
    await().atMost(LIMIT).until(() -> bytes.available() == 0);

    second.cancel(true);
    await().atMost(LIMIT).until(() -> pieces.inFlight() == 1);
    first.close();

    assertThat(source.closed).isTrue();
    assertThat(all(begin(3))).hasSize(1);
    assertThat(pieces.inFlight()).isZero();
  }

  @Test
  void aDecoderThatEndsLeavesWhoWaitsToAnother() throws Exception {
    engine.use(new CountingEngine("a"));
    ScriptedFrames source = script;
    source.holdBefore(1);
    PieceRun first = begin(1);
    Future<List<PieceLine>> second = threads.submit(() -> all(begin(2)));
    Future<List<PieceLine>> third = threads.submit(() -> all(begin(3)));
    await().atMost(LIMIT).until(() -> pieces.inFlight() == 3);

    first.close();

    assertThat(second.get(60, TimeUnit.SECONDS)).hasSize(1);
    assertThat(third.get(60, TimeUnit.SECONDS)).hasSize(1);
    assertThat(started).hasSize(2);
    assertThat(pieces.inFlight()).isZero();
  }

  @Test
  void aServerThatEndsLetsNobodyWaitForADecoder() throws Exception {
    engine.use(new CountingEngine("a"));
    ScriptedFrames source = script;
    source.holdBefore(1);
    PieceRun first = begin(1);
    Future<PieceRun> second = threads.submit(() -> begin(2));
    await().atMost(LIMIT).until(() -> pieces.inFlight() == 2);

    pieces.close();

    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> second.get(60, TimeUnit.SECONDS))
        .withCauseInstanceOf(Unavailable.class);
    first.close();
    await().atMost(LIMIT).until(() -> pieces.inFlight() == 0);
  }

  @Test
  void theNextDecoderIsPreparedOnceThereIsNothingToDo() throws Exception {
    engine.use(new CountingEngine("a"));
    PieceRun first = begin(1, 2);
    // all of it is decoded, and its decoder waits for the next
    await().atMost(LIMIT).until(() -> pieces.waitingDecoders() == 1);
    await().during(WarmDecoders.REST.plusMillis(300)).until(() -> prepared.get() == 0);

    all(first);

    await().atMost(LIMIT).until(() -> prepared.get() == 1);
  }

  @Test
  void nobodyWaitsForLinesThatNobodyWillWrite() throws Exception {
    CountingEngine model = new CountingEngine("a");
    engine.use(model);
    model.hold();
    PieceRun run = begin(1, 2, 3);
    await().atMost(LIMIT).until(() -> pieces.waitingFrames() > 0);

    pieces.close();

    assertThat(run.next()).isEmpty();
    run.close();
    model.goOn();
    await().atMost(LIMIT).until(() -> pieces.inFlight() == 0);
  }

  @Test
  void aServerThatEndsTakesNone() {
    engine.use(new CountingEngine("a"));
    threads.shutdown();

    for (int i = 0; i < 5; i++) {
      assertThatExceptionOfType(Unavailable.class)
          .isThrownBy(() -> begin(1))
          .withMessage("This worker is ending.");
    }
    assertThat(pieces.inFlight()).isZero();
    assertThat(started).allMatch(source -> source.closed);
  }

  @Test
  void anEngineThatLooksAtNothingIsSparedDecoding() throws Exception {
    CountingEngine blind = new CountingEngine("a");
    blind.looks = false;
    engine.use(blind);

    List<PieceLine> lines = all(begin(LongStream.rangeClosed(1, 30).toArray()));

    assertThat(lines).hasSize(30).allMatch(PieceLine::isDone);
    assertThat(lines).allMatch(line -> line.frameWidth() == 0);
    assertThat(started).isEmpty();
  }

  @Test
  void aBodyThatFailsIsNoPiece() {
    engine.use(new CountingEngine("a"));
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }
        };

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> pieces.begin("job", broken, Optional.empty()));
    assertThat(pieces.inFlight()).isZero();
  }
}
