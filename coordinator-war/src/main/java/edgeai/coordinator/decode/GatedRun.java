package edgeai.coordinator.decode;

import edgeai.common.still.StillDecision;
import edgeai.common.still.StillGate;
import edgeai.common.still.StillLook;
import edgeai.common.wire.Detection;
import edgeai.common.wire.FrameResult;
import edgeai.coordinator.dispatch.Dispatcher;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.FrameSource;
import edgeai.coordinator.frame.Reuse;
import edgeai.coordinator.frame.StoredOutcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Frames that are decided of one after the other, by a gate of their own: what becomes of them
 * depends on nothing before or after them. For the job's own thread.
 */
final class GatedRun {
  /** One that is inferred, or was, and of which the gate has not heard. */
  private record Asked(long id, int width, int height, CompletableFuture<StoredOutcome> outcome) {}

  private final StillRule rule;
  private final FrameSource source;
  private final Dispatcher dispatcher;
  private final StillRoom room;
  private final StillGate gate;
  private final Deque<StillCandidate> undecided = new ArrayDeque<>();
  private final List<Asked> asked = new ArrayList<>();
  private CompletableFuture<StoredOutcome> last;
  private boolean waits;

  GatedRun(StillRule rule, FrameSource source, Dispatcher dispatcher, StillRoom room) {
    this.rule = rule;
    this.source = source;
    this.dispatcher = dispatcher;
    this.room = room;
    this.gate = new StillGate(rule.skip().gate());
  }

  void add(StillCandidate frame) {
    undecided.add(frame);
  }

  /** Whether all its frames so far are decided. */
  boolean isDecided() {
    return undecided.isEmpty();
  }

  /** Decides as far as that is possible without waiting for what is being inferred. */
  void advance() throws InterruptedException {
    waits &= !tellGate();
    while (!waits && !undecided.isEmpty() && !source.isCancelled()) {
      StillCandidate next = undecided.peek();
      StillLook look = gate.look(next.id(), next.grey(), next.micros());
      waits = look.decision() == StillDecision.AWAIT;
      if (!waits) {
        undecided.remove();
        decided(next, look);
      }
    }
  }

  private void decided(StillCandidate frame, StillLook look) throws InterruptedException {
    source.progress().taken();
    if (look.decision() == StillDecision.REUSE) {
      reuse(frame, look);
      return;
    }
    room.leaves(frame);
    if (frame.settled()) {
      last = before(frame);
    } else {
      Frame inferred = frame.of(source);
      last = inferred.stored();
      last.whenComplete((outcome, failure) -> room.tell());
      dispatcher.submit(inferred);
    }
    asked.add(new Asked(frame.id(), frame.frame().width(), frame.frame().height(), last));
    tellGate();
  }

  private void reuse(StillCandidate frame, StillLook look) {
    if (frame.settled()) {
      room.leaves(frame);
      return;
    }
    Frame follower = frame.of(source);
    follower.reuses(new Reuse(look.source(), look.change()));
    room.leavesWhenStored(frame, follower);
    dispatcher.follow(follower, last);
  }

  /** One that was inferred before the server's last start counts as it did then. */
  private CompletableFuture<StoredOutcome> before(StillCandidate frame) {
    Optional<FrameResult> inferred =
        rule.stored()
            .apply(frame.id())
            .filter(FrameResult::hasCompleted)
            .filter(FrameResult::wasInferred);
    return CompletableFuture.completedFuture(
        inferred.map(result -> new StoredOutcome(result, "")).orElse(null));
  }

  /** Whether there was anything to tell. */
  private boolean tellGate() {
    List<Asked> known = asked.stream().filter(each -> each.outcome().isDone()).toList();
    known.forEach(this::tellGate);
    asked.removeAll(known);
    return !known.isEmpty();
  }

  private void tellGate(Asked frame) {
    StoredOutcome outcome =
        frame.outcome().isCompletedExceptionally() ? null : frame.outcome().join();
    if (outcome == null || !outcome.result().hasCompleted()) {
      gate.lost(frame.id());
    } else {
      gate.found(
          frame.id(),
          outcome.result().detections().stream().map(Detection::box).toList(),
          frame.width(),
          frame.height());
    }
  }
}
