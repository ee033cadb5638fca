package edgeai.coordinator.dispatch;

import static edgeai.coordinator.dispatch.PieceBench.DONE;
import static edgeai.coordinator.dispatch.PieceBench.done;
import static edgeai.coordinator.dispatch.PieceBench.frames;
import static edgeai.coordinator.dispatch.PieceBench.half;
import static edgeai.coordinator.dispatch.PieceBench.never;
import static edgeai.coordinator.dispatch.PieceBench.rogueA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.QuietLog;
import edgeai.common.wire.PieceLine;
import edgeai.coordinator.fleet.Owner;
import edgeai.coordinator.fleet.TestPool;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Frame;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of frames whose worker, or whose piece, is at fault. */
@Timeout(60)
@ExtendWith(QuietLog.class)
class PieceFailureTest {
  @Test
  void whatABrokenOffPieceStillOwesGoesElsewhereAndWhatItDidCounts() {
    AtomicBoolean broke = new AtomicBoolean();
    AtomicReference<PieceBench> pool = new AtomicReference<>();
    PieceTransport once =
        (lease, piece, lines) -> {
          if (!broke.compareAndSet(false, true)) {
            return never();
          }
          half(lease, lines);
          pool.get().pool.joinWithPieces("b");
          return new WorkerAnswer.Died("broke the connection");
        };
    try (PieceBench bench = new PieceBench(rogueA(once))) {
      pool.set(bench);
      bench.pool.joinWithPieces("a");
      bench.begin(8, 8);

      await().until(() -> bench.areAllCompleted(8));
      assertThat(bench.completedBy("a")).isEqualTo(4);
      assertThat(bench.completedBy("b")).isEqualTo(4);
    }
  }

  @Test
  void aPieceGoesToWorkersThatHaveItsModelAndOneThatLostItIsNotBlamed() {
    PieceTransport lacking =
        rogueA((lease, piece, lines) -> new WorkerAnswer.Lacking("answered 409: another model"));
    try (PieceBench bench = new PieceBench(lacking)) {
      bench.pool.model().hold("cd".repeat(32));
      bench.pool.joinWithPieces("a", TestPool.MODEL);
      bench.pool.joinWithPieces("c", "cd".repeat(32));
      bench.begin(64, 8);
      await().until(() -> !bench.pool.list().get(0).models().contains(TestPool.MODEL));
      assertThat(bench.pool.list().get(0).lastError()).isNull();
      assertThat(bench.pool.list().get(0).circuit()).isEqualTo("closed");

      bench.pool.joinWithPieces("b", TestPool.MODEL);

      await().until(() -> bench.areAllCompleted(64));
      assertThat(bench.completedBy("b")).isEqualTo(64);
      assertThat(bench.completedBy("c")).isZero();
    }
  }

  /** One that says of every frame that it cannot be done does not make the job go by frames. */
  @Test
  void aStrangerThatSaysNothingCanBeDoneIsNothingAgainstTheVideo() {
    PieceTransport declining =
        rogueA(
            (lease, piece, lines) -> {
              frames(lease).forEach(frame -> lines.accept(PieceLine.failed(frame.id(), "no")));
              return new WorkerAnswer.Delivered();
            });
    try (PieceBench bench = new PieceBench(declining)) {
      Owner stranger = new Owner("address 10.0.0.66");
      bench.pool.joinWithPieces("b");
      bench.pool.joinStranger("a", stranger);
      PiecePlan plan = bench.begin(640, 8);

      await().until(() -> bench.areAllCompleted(640));
      assertThat(bench.completedBy("b")).isEqualTo(640);
      assertThat(plan.hindrance()).isEmpty();
    }
  }

  @Test
  void framesThatAWorkerLeavesOutGoElsewhere() {
    PieceTransport leavesOut =
        rogueA(
            (lease, piece, lines) -> {
              half(lease, lines);
              return new WorkerAnswer.Delivered();
            });
    try (PieceBench bench = new PieceBench(leavesOut)) {
      bench.pool.joinWithPieces("a");
      bench.pool.joinWithPieces("b");
      bench.begin(64, 8);

      await().until(() -> bench.areAllCompleted(64));
      assertThat(bench.pool.list().get(0).lastError()).contains("left", "out");
    }
  }

  @Test
  void aWorkerThatCannotBeBelievedIsQuarantinedAndLosesNoFrame() {
    PieceTransport implausible =
        rogueA((lease, piece, lines) -> new WorkerAnswer.Implausible("answered about frame 99"));
    try (PieceBench bench = new PieceBench(implausible)) {
      bench.pool.joinWithPieces("a");
      bench.begin(64, 8);
      await().until(() -> bench.pool.list().get(0).quarantined());
      bench.pool.joinWithPieces("b");

      await().until(() -> bench.areAllCompleted(64));
      assertThat(bench.completedBy("b")).isEqualTo(64);
    }
  }

  @Test
  void linesOfAWorkerThatWasQuarantinedMeanwhileDoNotCount() {
    CountDownLatch quarantined = new CountDownLatch(1);
    PieceTransport late =
        rogueA(
            (lease, piece, lines) -> {
              quarantined.await();
              return DONE.send(lease, piece, lines);
            });
    try (PieceBench bench = new PieceBench(late)) {
      WorkerNode a = bench.pool.joinWithPieces("a");
      bench.begin(8, 8);
      await().until(() -> bench.leases.size() == 1);
      for (int i = 0; i < 3; i++) {
        a.trust().implausible("posted boxes beyond the frame");
      }
      quarantined.countDown();
      bench.pool.joinWithPieces("b");

      await().until(() -> bench.areAllCompleted(8));
      assertThat(bench.completedBy("b")).isEqualTo(8);
    }
  }

  @Test
  void anAnswerAboutAFrameThatIsNotOpenChangesNothing() {
    PieceTransport twice =
        (lease, piece, lines) -> {
          frames(lease).forEach(frame -> lines.accept(done(frame.id())));
          frames(lease).forEach(frame -> lines.accept(done(frame.id())));
          return new WorkerAnswer.Delivered();
        };
    try (PieceBench bench = new PieceBench(twice)) {
      bench.pool.joinWithPieces("a");
      bench.begin(16, 8);

      await().until(() -> bench.areAllCompleted(16));
      await().during(Duration.ofMillis(100)).until(() -> bench.areAllCompleted(16));
    }
  }

  @Test
  void whoReusesFramesUnaskedIsNotBelieved() {
    PieceTransport reuses =
        rogueA(
            (lease, piece, lines) -> {
              for (Frame frame : frames(lease)) {
                lines.accept(
                    new PieceLine(frame.id(), List.of(), 0, null, 64, 48, null, frame.id(), 0));
              }
              return new WorkerAnswer.Delivered();
            });
    try (PieceBench bench = new PieceBench(reuses)) {
      bench.pool.joinWithPieces("a");
      bench.begin(8, 8);
      await().until(() -> bench.pool.list().get(0).lastError() != null);
      bench.pool.joinWithPieces("b");

      await().until(() -> bench.areAllCompleted(8));
      assertThat(bench.completedBy("b")).isEqualTo(8);
    }
  }

  @Test
  void aFrameOnWhichTwoWorkersFailGoesByItself() {
    PieceTransport cannotDo3 =
        (lease, piece, lines) -> {
          for (Frame frame : frames(lease)) {
            lines.accept(
                frame.id() == 3
                    ? PieceLine.failed(3, "The piece broke the decoder.")
                    : done(frame.id()));
          }
          return new WorkerAnswer.Delivered();
        };
    try (PieceBench bench = new PieceBench(cannotDo3)) {
      bench.pool.joinWithPieces("a");
      bench.pool.joinWithPieces("b");
      PiecePlan plan = bench.begin(40, 8);

      try (LoneStretch alone = bench.awaitAlone(plan).orElseThrow()) {
        assertThat(alone.frames()).extracting(Frame::id).isEqualTo(List.of(3L));
        assertThat(alone.frames().get(0).triedBy()).containsExactlyInAnyOrder("a", "b");
        assertThat(alone.frames().get(0).isUndecodable()).isTrue();
        alone.fail(alone.frames().get(0), "The video broke its decoder.");
      }
      assertThat(bench.awaitAlone(plan)).isEmpty();
      assertThat(bench.outcomes.of(3)).isEqualTo("failed: The video broke its decoder.");
      assertThat(bench.outcomes.byFrame).hasSize(40);
    }
  }

  @Test
  void aFrameOnWhichTwoWorkersDieGoesByItselfAndMayBeDecodedAsTheyWouldHave() {
    PieceTransport dies = (lease, piece, lines) -> new WorkerAnswer.Died("broke the connection");
    try (PieceBench bench = new PieceBench(dies)) {
      bench.pool.joinWithPieces("a");
      bench.pool.joinWithPieces("b");
      PiecePlan plan = bench.begin(4, 4);

      try (LoneStretch alone = bench.awaitAlone(plan).orElseThrow()) {
        assertThat(alone.frames())
            .hasSize(4)
            .allSatisfy(frame -> assertThat(frame.triedBy()).hasSize(2))
            .noneMatch(Frame::isUndecodable);
      }
    }
  }

  @Test
  void aFrameThatTheOnlyWorkerCannotDoGoesByItself() {
    PieceTransport cannot =
        (lease, piece, lines) -> {
          frames(lease).forEach(frame -> lines.accept(PieceLine.failed(frame.id(), "no")));
          return new WorkerAnswer.Delivered();
        };
    try (PieceBench bench = new PieceBench(cannot)) {
      bench.pool.joinWithPieces("a");
      PiecePlan plan = bench.begin(4, 4);

      try (LoneStretch alone = bench.awaitAlone(plan).orElseThrow()) {
        assertThat(alone.frames()).hasSize(4);
      }
      assertThat(bench.pool.list().get(0).lastError()).contains("did no frame");
    }
  }

  /** Its frames may consist of fields, which an index does not tell. */
  @Test
  void aVideoWhoseFramesCannotBeDoneInPiecesIsGivenBack() {
    PieceTransport cannot =
        (lease, piece, lines) -> {
          frames(lease).forEach(frame -> lines.accept(PieceLine.failed(frame.id(), "fields")));
          return new WorkerAnswer.Delivered();
        };
    try (PieceBench bench = new PieceBench(cannot)) {
      bench.pool.joinWithPieces("a");
      bench.pool.joinWithPieces("b");
      PiecePlan plan = bench.begin(1_000, 8);
      await().until(() -> plan.hindrance().isPresent());
      Optional<LoneStretch> next = bench.awaitAlone(plan);
      while (next.isPresent()) {
        next.get().close();
        next = bench.awaitAlone(plan);
      }
      bench.dispatcher.end(plan);

      assertThat(plan.hindrance()).contains("fields");
      assertThat(bench.leases.size()).isZero();
      assertThat(plan.source().hasPiecesFor(bench.pool.fleet().find("a").orElseThrow())).isFalse();
    }
  }

  /** Its decoders may be killed, for want of memory. */
  @Test
  void aWorkerThatCanDoNoFrameSaysNothingOfAVideoThatAnotherDoes() {
    CountDownLatch failedOften = new CountDownLatch(2);
    AtomicInteger done = new AtomicInteger();
    AtomicInteger undone = new AtomicInteger();
    PieceTransport dies =
        (lease, piece, lines) -> {
          if (lease.worker().id().equals("b")) {
            lines.accept(done(frames(lease).get(0).id()));
            failedOften.await();
            return DONE.send(lease, piece, lines);
          }
          if (done.getAndIncrement() == 0) {
            return DONE.send(lease, piece, lines);
          }
          frames(lease).forEach(frame -> lines.accept(PieceLine.failed(frame.id(), "killed")));
          undone.addAndGet(frames(lease).size());
          failedOften.countDown();
          return new WorkerAnswer.Delivered();
        };
    try (PieceBench bench = new PieceBench(dies)) {
      bench.pool.joinWithPieces("b");
      PiecePlan plan = bench.begin(400, 40);
      await().until(() -> bench.outcomes.byFrame.size() == 2);
      bench.pool.joinWithPieces("a");

      await().until(() -> bench.areAllCompleted(400));
      assertThat(undone.get()).isGreaterThan(Suitability.MOST_UNDONE);
      assertThat(plan.hindrance()).isEmpty();
    }
  }

  @Test
  void aWorkerThatCannotDoThisVideoGetsNoMorePiecesOfItButFrames() {
    AtomicInteger asked = new AtomicInteger();
    PieceTransport unsupported =
        rogueA(
            (lease, piece, lines) -> {
              asked.incrementAndGet();
              return new WorkerAnswer.Declined("answered 415: no such codec", false);
            });
    try (PieceBench bench = new PieceBench(unsupported)) {
      bench.pool.joinWithPieces("a");
      PiecePlan plan = bench.begin(16, 4);

      try (LoneStretch alone = bench.awaitAlone(plan).orElseThrow()) {
        assertThat(alone.frames()).hasSize(4);
        assertThat(plan.source().hasPiecesFor(bench.pool.fleet().find("a").orElseThrow()))
            .isFalse();
      }
      bench.pool.joinWithPieces("b");
      await().until(() -> bench.completedBy("b") == 12);
      assertThat(asked.get()).isLessThanOrEqualTo(2);
      assertThat(bench.pool.list().get(0).circuit()).isEqualTo("closed");
    }
  }
}
