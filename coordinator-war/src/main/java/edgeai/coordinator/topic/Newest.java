package edgeai.coordinator.topic;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest of what was noted since the last look, and how many older ones had to go for them. */
final class Newest<T> {
  private final int limit;
  private final Deque<T> kept = new ArrayDeque<>();
  private int skipped;

  Newest(int limit) {
    this.limit = limit;
  }

  /**
   * What a look finds.
   *
   * @param items in the order in which they were noted
   * @param skipped how many came before them and were not kept
   */
  record Batch<T>(List<T> items, int skipped) {}

  synchronized void note(T item) {
    if (kept.size() == limit) {
      kept.removeFirst();
      skipped++;
    }
    kept.addLast(item);
  }

  /** Gives what there is and starts anew. */
  synchronized Batch<T> drain() {
    Batch<T> batch = new Batch<>(List.copyOf(kept), skipped);
    kept.clear();
    skipped = 0;
    return batch;
  }
}
