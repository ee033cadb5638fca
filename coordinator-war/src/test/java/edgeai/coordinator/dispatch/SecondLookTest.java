package edgeai.coordinator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.QuietLog;
import edgeai.common.fixture.TestThreads;
import edgeai.common.guard.Failures;
import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import edgeai.common.wire.PieceLine;
import edgeai.coordinator.fleet.TestPool;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.ResultRules;
import edgeai.coordinator.frame.TestFrames;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** How a frame of a piece is done once more. */
@Timeout(30)
@ExtendWith(QuietLog.class)
class SecondLookTest {
  private static final List<Detection> FOUND =
      List.of(new Detection("car", 0.9, new Box(1, 2, 30, 40)));

  private final TestPool pool = new TestPool();
  private final WorkerNode doer = pool.joinWithPieces("doer");
  private final WorkerNode own = pool.joinLocal(2);
  private final TestThreads threads = new TestThreads();
  private final AtomicReference<Optional<List<Detection>>> told = new AtomicReference<>();
  private final AtomicReference<PieceLease> sent = new AtomicReference<>();

  @AfterEach
  void close() {
    threads.close();
  }

  private Future<?> look(PiecePlan plan, PieceTransport transport) {
    return look(check(plan), transport);
  }

  private SpotCheck check(PiecePlan plan) {
    Frame frame = Frame.ofPiece(21, plan.source(), 20, 800);
    return new SpotCheck(
        frame, SinglePiece.of(plan, frame), List.of(new SpotCheck.Opinion(doer, List.of())), 0);
  }

  private Future<?> look(SpotCheck check, PieceTransport transport) {
    SecondLook look =
        new SecondLook(
            null,
            null,
            new PieceExchange(transport, new Failures()),
            threads.managed(),
            new Failures());
    assertThat(check.mayAsk(own)).isTrue();
    assertThat(look.leases(check, own)).isTrue();
    return look.at(check, own, told::set);
  }

  private static PieceLine line(long id) {
    return new PieceLine(id, FOUND, 5, null, 640, 480, null);
  }

  @Test
  void itsSegmentAloneIsSentForItAloneAndNothingIsSettled() {
    PiecePlan plan = PieceBench.plan("job", 64, 8);
    look(
        plan,
        (lease, piece, lines) -> {
          sent.set(lease);
          lines.accept(line(21));
          return new WorkerAnswer.Delivered();
        });

    await().until(() -> told.get() != null);
    assertThat(told.get()).contains(FOUND);
    assertThat(sent.get().stretch().firstSegment()).isEqualTo(2);
    assertThat(sent.get().stretch().lastSegment()).isEqualTo(2);
    assertThat(sent.get().wanted()).extracting(wanted -> wanted.id()).containsExactly(21L);
    assertThat(sent.get().stretch().frames().get(0).isSettled()).isFalse();
    assertThat(pool.pieces().size()).isZero();
  }

  @Test
  void aFrameThatCannotBeDoneAgainIsNotCompared() {
    look(
        PieceBench.plan("job", 64, 8),
        (lease, piece, lines) -> {
          lines.accept(PieceLine.failed(21, "the decoder did not give it"));
          return new WorkerAnswer.Delivered();
        });

    await().until(() -> told.get() != null);
    assertThat(told.get()).isEmpty();
  }

  @Test
  void whoSaysNothingIsInterrupted() {
    Future<?> call =
        look(
            PieceBench.plan("job", 64, 8),
            (lease, piece, lines) -> {
              sent.set(lease);
              return PieceBench.never();
            });
    await().until(() -> sent.get() != null);
    assertThat(told.get()).isNull();

    call.cancel(true);

    await().until(() -> told.get() != null);
    assertThat(told.get()).isEmpty();
  }

  /** The frame is cut out while the index is open, and looked at when its turn comes. */
  @Test
  void aJobThatIsOverMeanwhileIsComparedAllTheSame() {
    PieceVideo open = PieceBench.video(8);
    AtomicBoolean closed = new AtomicBoolean();
    PieceVideo closing =
        new PieceVideo(
            frame -> {
              assertThat(closed).isFalse();
              return open.segmentOf().applyAsInt(frame);
            },
            open.segment(),
            open.millis(),
            open.frameId(),
            (first, last, wanted, confidence) -> {
              assertThat(closed).isFalse();
              return null;
            });
    BitSet all = new BitSet();
    all.set(0, 64);
    PiecePlan plan =
        new PiecePlan(
            TestFrames.source("job", ResultRules.ALL), closing, new TakenFrames(all), new BitSet());
    SpotCheck check = check(plan);
    closed.set(true);
    plan.cancel();
    look(
        check,
        (lease, piece, lines) -> {
          lines.accept(line(21));
          return new WorkerAnswer.Delivered();
        });

    await().until(() -> told.get() != null);
    assertThat(told.get()).contains(FOUND);
  }
}
