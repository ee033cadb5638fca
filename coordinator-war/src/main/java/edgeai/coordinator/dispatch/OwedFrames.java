package edgeai.coordinator.dispatch;

import edgeai.coordinator.frame.Frame;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Frames of a job that were given to workers and came back undone, as they are shown. Not
 * thread-safe; its {@link PiecePlan} guards it.
 */
final class OwedFrames {
  private final TreeMap<Integer, Frame> byIndex = new TreeMap<>();

  boolean isEmpty() {
    return byIndex.isEmpty();
  }

  int count() {
    return byIndex.size();
  }

  void add(Frame frame) {
    byIndex.put((int) frame.index(), frame);
  }

  /** False where it is not among them. */
  boolean remove(Frame frame) {
    return byIndex.remove((int) frame.index()) != null;
  }

  /** Takes those out that are meant. */
  List<Frame> removeIf(Predicate<Frame> meant) {
    List<Frame> removed = byIndex.values().stream().filter(meant).toList();
    removed.forEach(this::remove);
    return removed;
  }

  /**
   * The first that go together, without any between them that may not; those that are settled are
   * forgotten on the way.
   *
   * @param segments of which it may have frames
   * @param most so many frames
   * @param mayHave those that are meant
   */
  Optional<Stretch> take(PieceVideo video, int segments, int most, Predicate<Frame> mayHave) {
    StretchBuilder builder = new StretchBuilder(video, segments);
    List<Frame> chosen = new ArrayList<>();
    for (Iterator<Frame> waiting = byIndex.values().iterator();
        waiting.hasNext() && chosen.size() < most; ) {
      Frame frame = waiting.next();
      if (frame.isSettled()) {
        waiting.remove();
      } else if (mayHave.test(frame)) {
        if (!builder.add((int) frame.index())) {
          break;
        }
        chosen.add(frame);
        waiting.remove();
      } else if (!chosen.isEmpty()) {
        break;
      }
    }
    return chosen.isEmpty()
        ? Optional.empty()
        : Optional.of(new Stretch(builder.first(), builder.last(), chosen));
  }
}
