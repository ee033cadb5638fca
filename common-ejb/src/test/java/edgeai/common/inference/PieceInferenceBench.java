package edgeai.common.inference;

import edgeai.common.fixture.MutableClock;
import edgeai.common.guard.Failures;
import edgeai.common.guard.Schedule;
import edgeai.common.metrics.StageTimes;
import edgeai.common.piece.PieceFrame;
import edgeai.common.piece.PieceHeader;
import edgeai.common.piece.PiecePacket;
import edgeai.common.wire.PieceLine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/** Inference of pieces whose decoders do as a test says. */
final class PieceInferenceBench implements AutoCloseable {
  static final Duration LIMIT = Duration.ofSeconds(60);
  static final int CALLERS = 2;
  static final PieceLimits LIMITS = new PieceLimits(2, CALLERS, 1_000);

  final EngineInUse engine = new EngineInUse(Optional.empty(), new MutableClock());
  final ExecutorService threads = Executors.newCachedThreadPool();
  final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  /** The decoders that were started. */
  final List<ScriptedFrames> started = new CopyOnWriteArrayList<>();

  /** How often the next decoder was prepared. */
  final AtomicInteger prepared = new AtomicInteger();

  final Failures failures = new Failures();
  final PieceInference pieces;

  private ScriptedFrames script = new ScriptedFrames();

  PieceInferenceBench() {
    this(LIMITS);
  }

  PieceInferenceBench(PieceLimits limits) {
    pieces =
        new PieceInference(
            engine,
            limits,
            new StageTimes(),
            new WarmDecoders(new Starts(), limits, 1, new Schedule(timer, new Failures())),
            threads,
            callers,
            failures);
  }

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

  /** The decoder that starts next. */
  ScriptedFrames script() {
    return script;
  }

  static InputStream piece(long... ids) {
    return new ByteArrayInputStream(bytes(Double.NaN, ids));
  }

  static byte[] bytes(double confidence, long... ids) {
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

  /** A piece of the usual job with these frames. */
  PieceRun begin(long... ids) throws Exception {
    return pieces.begin("job", piece(ids), Optional.empty());
  }

  /** What is said of all frames of a piece, which is closed then. */
  static List<PieceLine> all(PieceRun run) throws InterruptedException {
    List<PieceLine> lines = new ArrayList<>();
    try (run) {
      for (Optional<PieceLine> line = run.next(); line.isPresent(); line = run.next()) {
        lines.add(line.get());
      }
    }
    return lines;
  }

  @Override
  public void close() {
    pieces.close();
    started.forEach(ScriptedFrames::close);
    threads.shutdownNow();
    callers.shutdownNow();
    timer.shutdownNow();
  }
}
