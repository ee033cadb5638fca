package edgeai.benchmark.load;

/** When something is sent; one thread sends, any thread answers. */
public interface Pacing {
  /**
   * Waits until the next is due.
   *
   * @return when it was due, by {@link System#nanoTime()}
   */
  long awaitDue() throws InterruptedException;

  /** One that was sent has its answer. */
  void answered();
}
