package edgeai.common.admin;

/**
 * One call that is owed to the admin server.
 *
 * @param number ascends in the order of the events, never reused while the store lives
 * @param path such as {@code /camera-detection}
 * @param json one line, with the {@code event_id} by which the server counts it once
 */
public record OwedEvent(long number, String path, String json) {
  /** What it takes of the store's bound, in bytes; near enough for text that is mostly ASCII. */
  long size() {
    return path.length() + json.length() + 32L;
  }
}
