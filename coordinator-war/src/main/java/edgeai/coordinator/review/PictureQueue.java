package edgeai.coordinator.review;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Pictures that are being made or wait to be, a few at a time and some more. Each viewer waits for
 * the newest that it asked for only, and nothing is made for longer than anybody may wait, so that
 * places become free whatever happens; that a connection was closed is not seen before there is an
 * answer to write. Thread-safe.
 */
final class PictureQueue {
  /** Why there is no picture now, in a sentence; there may be one a little later. */
  static final class GivenUpException extends Exception {
    private static final long serialVersionUID = 1;
    private final boolean late;

    GivenUpException(String sentence) {
      this(sentence, false);
    }

    GivenUpException(String sentence, boolean late) {
      super(sentence);
      this.late = late;
    }

    /** Whether it took longer than anybody waits, rather than that something else came first. */
    boolean isLate() {
      return late;
    }
  }

  private final ExecutorService threads;
  private final Semaphore places;
  private final int most;
  private final Duration patience;
  private final Map<String, Future<byte[]>> newest = new HashMap<>();
  private int waiting;

  /**
   * @param threads has a thread for each task
   * @param atOnce pictures that are made at a time
   * @param most pictures that are made or wait
   * @param patience how long anybody waits for one
   */
  PictureQueue(ExecutorService threads, int atOnce, int most, Duration patience) {
    this.threads = threads;
    this.places = new Semaphore(atOnce, true);
    this.most = most;
    this.patience = patience;
  }

  /**
   * Waits for a picture.
   *
   * @param viewer who asks, null where that is not known
   * @throws GivenUpException where it comes too late, or nobody waits for it any more
   * @throws ExecutionException where making it failed
   */
  byte[] await(String viewer, Callable<byte[]> making) throws ExecutionException, GivenUpException {
    Future<byte[]> picture = enter(viewer, making);
    try {
      return picture.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (CancellationException e) {
      throw new GivenUpException("This viewer has asked for another frame since.");
    } catch (TimeoutException e) {
      throw new GivenUpException(
          "The frame could not be decoded within %d s.".formatted(patience.toSeconds()), true);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GivenUpException("The server is stopping.");
    } finally {
      leave(viewer, picture);
    }
  }

  private byte[] make(Callable<byte[]> making) throws Exception {
    places.acquire();
    try {
      return making.call();
    } finally {
      places.release();
    }
  }

  private synchronized Future<byte[]> enter(String viewer, Callable<byte[]> making)
      throws GivenUpException {
    Future<byte[]> before = viewer == null ? null : newest.remove(viewer);
    if (before != null) {
      before.cancel(true);
      waiting--;
    }
    if (waiting == most) {
      throw new GivenUpException("Other frames are being decoded.");
    }
    Future<byte[]> picture;
    try {
      picture = threads.submit(() -> make(making));
    } catch (RejectedExecutionException e) {
      throw new GivenUpException("The server is stopping.");
    }
    waiting++;
    if (viewer != null) {
      newest.put(viewer, picture);
    }
    return picture;
  }

  private synchronized void leave(String viewer, Future<byte[]> picture) {
    picture.cancel(true);
    if (viewer == null || newest.remove(viewer, picture)) {
      waiting--;
    }
  }
}
