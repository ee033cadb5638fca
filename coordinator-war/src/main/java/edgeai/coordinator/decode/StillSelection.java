package edgeai.coordinator.decode;

import edgeai.common.video.VideoFrame;
import edgeai.coordinator.dispatch.Dispatcher;
import edgeai.coordinator.frame.FrameSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Has those frames inferred that show something new; the others follow them. The video is divided
 * by its own time alone, so that what comes out is the same whoever works and after a restart, too;
 * where one part waits for what is being inferred, those behind it go on.
 */
final class StillSelection implements FrameTaker {
  /** Of the video's own time, from one place where a gate begins anew to the next. */
  private static final long RUN_MILLIS = 2_000;

  private final StillRule rule;
  private final FrameSource source;
  private final Dispatcher dispatcher;
  private final StillRoom room = new StillRoom();

  /** Those with undecided frames, and the one that is being read; in order. */
  private final Deque<GatedRun> runs = new ArrayDeque<>();

  private long number = -1;

  StillSelection(StillRule rule, FrameSource source, Dispatcher dispatcher) {
    this.rule = rule;
    this.source = source;
    this.dispatcher = dispatcher;
  }

  @Override
  public void take(long id, VideoFrame frame, boolean settled) throws InterruptedException {
    if (frame.mediaTimeMs() / RUN_MILLIS != number) {
      number = frame.mediaTimeMs() / RUN_MILLIS;
      runs.addLast(new GatedRun(rule, source, dispatcher, room));
    }
    StillCandidate candidate = new StillCandidate(id, frame, settled);
    room.enters(candidate);
    runs.getLast().add(candidate);
    long known = room.news();
    advance();
    while (room.isFull() && !source.isCancelled()) {
      room.awaitNews(known);
      known = room.news();
      advance();
    }
  }

  @Override
  public void finish() throws InterruptedException {
    long known = room.news();
    advance();
    while (runs.stream().anyMatch(run -> !run.isDecided()) && !source.isCancelled()) {
      room.awaitNews(known);
      known = room.news();
      advance();
    }
  }

  private void advance() throws InterruptedException {
    for (GatedRun run : List.copyOf(runs)) {
      run.advance();
      if (run.isDecided() && run != runs.getLast()) {
        runs.remove(run);
      }
    }
  }
}
