package edgeai.coordinator.dispatch;

import edgeai.common.fixture.TestThreads;
import edgeai.common.guard.Failures;
import edgeai.common.metrics.StageTimes;
import edgeai.common.piece.Segment;
import edgeai.common.wire.PieceLine;
import edgeai.coordinator.fleet.FleetChanged;
import edgeai.coordinator.fleet.TestPool;
import edgeai.coordinator.fleet.WorkerGone;
import edgeai.coordinator.frame.Attention;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.FrameSource;
import edgeai.coordinator.frame.OpenFrames;
import edgeai.coordinator.frame.ResultRules;
import edgeai.coordinator.frame.TestFrames;
import edgeai.coordinator.settings.TestSettings;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** A dispatcher of pieces outside the container, whose workers answer as a test says. */
final class PieceBench implements AutoCloseable {
  final TestPool pool = new TestPool();
  final OpenFrames open = new OpenFrames();
  final DispatchBench.Outcomes outcomes = new DispatchBench.Outcomes(open);
  final DispatchFigures figures = new DispatchFigures(new StageTimes());
  final Tripwire tripwire;
  final PieceLeases leases = pool.pieces();
  final Attention attention = new Attention();
  final Failures failures = new Failures();
  final PieceDispatcher dispatcher;
  private final TestThreads threads = new TestThreads();

  PieceBench(PieceTransport workers) {
    this(workers, Tripwire.NONE);
  }

  /**
   * As the other.
   *
   * @param tripwire at the stages {@code clock}, {@code thread}, {@code cut}, {@code send}, {@code
   *     completed}, {@code failed}
   */
  PieceBench(PieceTransport workers, Tripwire tripwire) {
    this.tripwire = tripwire;
    this.outcomes.tripwire = tripwire;
    dispatcher =
        new PieceDispatcher(
            pool.fleet(),
            open,
            new PieceExchange(
                (lease, piece, lines) -> {
                  tripwire.at("send");
                  return workers.send(lease, piece, lines);
                },
                failures),
            outcomes,
            figures,
            leases,
            attention,
            TestChecks.none(pool),
            TestSettings.with(),
            tripwire.clock(),
            threads.managed(),
            failures);
    pool.events().observe(WorkerGone.class, dispatcher::onWorkerGone);
    pool.events().observe(FleetChanged.class, dispatcher::onFleetChanged);
    dispatcher.start("the application starts");
  }

  /** A video of segments of so many frames each, all of which are taken; ids are indexes and 1. */
  static PieceVideo video(int perSegment) {
    return new PieceVideo(
        frame -> (int) frame / perSegment,
        number ->
            new Segment(
                number, (long) number * perSegment, (number + 1L) * perSegment, 1_000, perSegment),
        frame -> frame * 40,
        ordinal -> ordinal + 1,
        (first, last, wanted, confidence) -> null);
  }

  static PiecePlan plan(String jobId, int frames, int perSegment) {
    return plan(jobId, ResultRules.ALL, frames, perSegment);
  }

  static PiecePlan plan(String jobId, ResultRules rules, int frames, int perSegment) {
    return plan(jobId, rules, frames, video(perSegment));
  }

  private static PiecePlan plan(String jobId, ResultRules rules, int frames, PieceVideo video) {
    FrameSource source = TestFrames.source(jobId, rules);
    BitSet all = new BitSet();
    all.set(0, frames);
    source.progress().estimate(frames);
    return new PiecePlan(source, video, new TakenFrames(all), new BitSet());
  }

  /** A job of so many frames begins. */
  PiecePlan begin(int frames, int perSegment) {
    PieceVideo plain = video(perSegment);
    PieceVideo video =
        new PieceVideo(
            plain.segmentOf(),
            plain.segment(),
            plain.millis(),
            plain.frameId(),
            (first, last, wanted, confidence) -> {
              tripwire.at("cut");
              return plain.cutter().cut(first, last, wanted, confidence);
            });
    PiecePlan plan = plan("job", ResultRules.ALL, frames, video);
    dispatcher.begin(plan);
    return plan;
  }

  /** Waits as the job's thread does; frames that come by themselves are given to nobody. */
  Optional<LoneStretch> awaitAlone(PiecePlan plan) {
    try {
      return dispatcher.awaitAlone(plan, 4);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean areAllCompleted(int frames) {
    return outcomes.byFrame.size() == frames
        && outcomes.byFrame.values().stream()
            .allMatch(outcome -> outcome.size() == 1 && outcome.get(0).startsWith("completed"));
  }

  /** How many frames a worker completed. */
  long completedBy(String workerId) {
    return outcomes.byFrame.values().stream()
        .filter(outcome -> outcome.equals(List.of("completed by " + workerId)))
        .count();
  }

  static PieceLine done(long frameId) {
    return new PieceLine(frameId, List.of(), 5, null, 640, 480, null);
  }

  /** A worker that does everything at once. */
  static final PieceTransport DONE =
      (lease, piece, lines) -> {
        for (Frame frame : lease.stretch().frames()) {
          lines.accept(done(frame.id()));
        }
        return new WorkerAnswer.Delivered();
      };

  /** Answers never, until it is interrupted. */
  static WorkerAnswer never() throws InterruptedException {
    new CountDownLatch(1).await();
    return new WorkerAnswer.Delivered();
  }

  static List<Frame> frames(PieceLease lease) {
    return lease.stretch().frames();
  }

  /** Does the first half of a piece. */
  static void half(PieceLease lease, Consumer<PieceLine> lines) {
    List<Frame> frames = frames(lease);
    frames.subList(0, frames.size() / 2).forEach(frame -> lines.accept(done(frame.id())));
  }

  /** Worker a behaves like this, all others do what they should. */
  static PieceTransport rogueA(PieceTransport rogue) {
    return (lease, piece, lines) ->
        (lease.worker().id().equals("a") ? rogue : DONE).send(lease, piece, lines);
  }

  @Override
  public void close() {
    dispatcher.stop("the end");
    threads.close();
  }
}
