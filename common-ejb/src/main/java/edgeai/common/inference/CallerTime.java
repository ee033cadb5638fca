package edgeai.common.inference;

/** How long those who infer were at it, all of them together. Thread-safe. */
final class CallerTime {
  private int busy;
  private long nanos;
  private long since;

  /** One begins with a frame. */
  synchronized void begins() {
    settle();
    busy++;
  }

  /** One is done with it. */
  synchronized void ends() {
    settle();
    busy--;
  }

  /** In nanoseconds, what is under way included. */
  synchronized long nanos() {
    settle();
    return nanos;
  }

  private void settle() {
    long now = System.nanoTime();
    nanos += busy * (now - since);
    since = now;
  }
}
