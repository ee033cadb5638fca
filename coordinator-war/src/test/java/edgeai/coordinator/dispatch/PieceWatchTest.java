package edgeai.coordinator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.guard.Failures;
import edgeai.common.metrics.StageTimes;
import edgeai.common.wire.FrameAttempt;
import edgeai.common.wire.Worker;
import edgeai.coordinator.fleet.TestPool;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Attempt;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.OpenFrames;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PieceWatchTest {
  private final AtomicLong nanos = new AtomicLong();
  private final TestPool pool = new TestPool();
  private final WorkerNode a = pool.joinWithPieces("a");
  private final PieceLeases leases = new PieceLeases(nanos::get);
  private final DispatchFigures figures = new DispatchFigures(new StageTimes());
  private final PieceBooks books =
      new PieceBooks(
          leases,
          new Settlement(new DispatchBench.Outcomes(new OpenFrames()), figures, new Failures()),
          figures,
          TestChecks.none(pool),
          Clock.systemUTC());
  private final PieceWatch watch = new PieceWatch(leases, books, Duration.ofSeconds(40));
  private final PiecePlan plan = PieceBench.plan("job", 80, 8);

  /** It has done some frames before, 10 ms each, and has more now. */
  private PieceLease lease() {
    for (int line = 0; line < 10; line++) {
      plan.workers().line(a, TimeUnit.MILLISECONDS.toNanos(10L * line));
    }
    assertThat(a.pieces().tryLease()).isTrue();
    Stretch stretch = plan.take(PieceSize.exactly(8), any -> true, any -> {}).orElseThrow();
    List<Attempt> attempts = new ArrayList<>();
    books.begin(stretch.frames(), a, attempts::add);
    PieceLease lease = new PieceLease(plan, a, stretch, List.of(), attempts);
    leases.add(lease);
    return lease;
  }

  private void passes(long seconds) {
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }

  private Worker shown() {
    return pool.list().get(0);
  }

  @Test
  void whoSaysNothingUntilOthersHaveDoneItsFramesHasFailed() {
    for (int piece = 0; piece < 3; piece++) {
      assertThat(shown().circuit()).isEqualTo("closed");
      PieceLease lease = lease();
      passes(6);
      lease.stretch().frames().forEach(Frame::settle);

      assertThat(watch.look()).isTrue();
      assertThat(lease.stretch().frames())
          .allSatisfy(
              frame ->
                  assertThat(frame.attemptLog())
                      .extracting(FrameAttempt::outcome)
                      .containsExactly(FrameAttempt.OVERTAKEN));
    }
    assertThat(shown().circuit()).isEqualTo("open");
    assertThat(shown().lastError()).contains("said nothing");
  }

  @Test
  void whoIsOvertakenAtWorkHasNotFailed() {
    for (int piece = 0; piece < 4; piece++) {
      PieceLease lease = lease();
      passes(6);
      leases.heard(a);
      passes(1);
      lease.stretch().frames().forEach(Frame::settle);

      assertThat(watch.look()).isTrue();
    }
    assertThat(shown().circuit()).isEqualTo("closed");
    assertThat(shown().lastError()).isNull();
  }

  @Test
  void aPieceWhoseFramesNobodyHasDoneGoesOn() {
    lease();
    passes(20);

    assertThat(watch.look()).isFalse();
    assertThat(leases.size()).isEqualTo(1);
  }

  @Test
  void whoSaysNothingForLongHasFailedThoughNobodyElseHasDoneItsFrames() {
    assertThat(a.pieces().tryLease()).isTrue();
    a.pieces().declined(); // it answered, once
    lease();
    passes(39);
    assertThat(watch.look()).isFalse();
    passes(2);

    assertThat(watch.look()).isTrue();
    assertThat(leases.size()).isZero();
    assertThat(shown().lastError()).contains("did not answer in time");
  }
}
