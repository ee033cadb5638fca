package edgeai.coordinator.fleet;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Which models a worker has open, by their hashes, as it said last. One that never named any, as
 * agents do, is taken to have whichever is asked for. Thread-safe.
 */
final class WorkerModels {
  private final boolean named;
  private List<String> open;

  /**
   * @param announced the hash of the one that it joined with, null where it named none
   */
  WorkerModels(String announced) {
    named = announced != null;
    open = named ? List.of(key(announced)) : List.of();
  }

  private static String key(String sha256) {
    return sha256.toLowerCase(Locale.ROOT);
  }

  /** It says which it has now; true where those are others than before. */
  synchronized boolean are(Collection<String> hashes) {
    List<String> before = open;
    open = named ? hashes.stream().map(WorkerModels::key).distinct().toList() : open;
    return !open.equals(before);
  }

  /** It answered that it does not have this one. */
  synchronized void lacks(String sha256) {
    String key = key(sha256);
    open = open.stream().filter(model -> !model.equals(key)).toList();
  }

  /** Whether it says which it has at all. */
  boolean areNamed() {
    return named;
  }

  /** Whether it may get work that is to be done by this model. */
  synchronized boolean has(String sha256) {
    return !named || open.contains(key(sha256));
  }

  /** What it has, as it named them. */
  synchronized List<String> all() {
    return open;
  }
}
