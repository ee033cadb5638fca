package edgeai.benchmark.load;

import java.util.concurrent.Semaphore;

/** The next is due when one of those that are out has its answer: as many as can be done. */
public final class ClosedLoop implements Pacing {
  private final Semaphore window;

  /**
   * @param window how many are out at the same time
   */
  public ClosedLoop(int window) {
    this.window = new Semaphore(window);
  }

  @Override
  public long awaitDue() throws InterruptedException {
    window.acquire();
    return System.nanoTime();
  }

  @Override
  public void answered() {
    window.release();
  }
}
