package edgeai.coordinator.dispatch;

import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import edgeai.common.wire.FrameResult;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.StoredOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;

/** Dispatches nothing: a test says when a frame is inferred, and a script what is found in it. */
public final class ScriptedDispatcher extends Dispatcher {
  private final LongFunction<List<Box>> script;
  private final Map<Long, Frame> waiting = new LinkedHashMap<>();
  private final List<Frame> submitted = new ArrayList<>();
  private final List<Frame> following = new ArrayList<>();
  private final Map<Long, FrameResult> ledger = new LinkedHashMap<>();

  /** Takes the boxes that are found in the frame of an id. */
  public ScriptedDispatcher(LongFunction<List<Box>> script) {
    this.script = script;
  }

  @Override
  public synchronized void submit(Frame frame) {
    submitted.add(frame);
    waiting.put(frame.id(), frame);
  }

  @Override
  public synchronized void follow(Frame frame, CompletableFuture<StoredOutcome> source) {
    following.add(frame);
    source.thenAccept(outcome -> store(frame, outcome.result().detections()));
  }

  private synchronized void store(Frame frame, List<Detection> found) {
    FrameResult inferred =
        FrameResult.completed(frame.id(), "w", found, 5, Instant.EPOCH)
            .of(frame.picture().width(), frame.picture().height());
    FrameResult result =
        frame
            .reuse()
            .map(reuse -> inferred.reusing(reuse.source(), reuse.change()))
            .orElse(inferred);
    ledger.put(frame.id(), result);
    frame.stored().complete(new StoredOutcome(result, "sha"));
  }

  /** Frames that were submitted and are not inferred yet. */
  public synchronized List<Long> waiting() {
    return List.copyOf(waiting.keySet());
  }

  /** One is inferred, and what was found is stored. */
  public void infer(long id) {
    Frame frame = taken(id);
    store(frame, script.apply(id).stream().map(box -> new Detection("car", 0.9, box)).toList());
  }

  /** One fails. */
  public void fail(long id) {
    taken(id).stored().completeExceptionally(new IllegalStateException("lost"));
  }

  private synchronized Frame taken(long id) {
    return waiting.remove(id);
  }

  public synchronized List<Long> submitted() {
    return submitted.stream().map(Frame::id).toList();
  }

  public synchronized List<Long> following() {
    return following.stream().map(Frame::id).toList();
  }

  /** What is stored of each frame, by its id. */
  public synchronized Map<Long, FrameResult> ledger() {
    return Map.copyOf(ledger);
  }
}
