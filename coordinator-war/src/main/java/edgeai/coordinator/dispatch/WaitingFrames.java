package edgeai.coordinator.dispatch;

import edgeai.coordinator.frame.Attempt;
import edgeai.coordinator.frame.Frame;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The frames that wait for a worker, and who waits with them: decoders for room in the queue, the
 * loop for a frame and a place. Thread-safe.
 */
final class WaitingFrames {
  /** How long the loop sleeps at most: a circuit's pause ends without anybody saying so. */
  private static final long LOOK_AGAIN_MS = 200;

  /** The same while frames are out, of which one may want a second worker. */
  private static final long LOOK_AT_CALLS_MS = 50;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final Condition room = lock.newCondition();
  private final FrameQueue queue = new FrameQueue();
  private final Predicate<Frame> hasFailed;
  private int awaiting;

  /**
   * @param hasFailed whether a frame that was tried is to be tried no more
   */
  WaitingFrames(Predicate<Frame> hasFailed) {
    this.hasFailed = hasFailed;
  }

  /** Waits while the frame's job has enough frames waiting, then queues it. */
  void add(Frame frame, Runnable queued) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!queue.hasRoom(frame.jobId())) {
        room.await();
      }
      queued.run();
      queue.addLast(frame);
      work.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Queues a frame again that an attempt left undone, unless another worker has it still.
   *
   * @return false where it wants to go on and has failed too often to
   */
  boolean takesBack(Frame frame) {
    lock.lock();
    try {
      if (!frame.wantsQueue()) {
        return true;
      }
      if (hasFailed.test(frame)) {
        return false;
      }
      queue.addFirst(frame);
      work.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** A frame that was taken goes to nobody after all. */
  void putBack(Frame frame) {
    lock.lock();
    try {
      queue.addFirst(frame);
    } finally {
      lock.unlock();
    }
  }

  /** Takes the first frame that {@code suits}; see {@link FrameQueue#take}. */
  Optional<Frame> take(Predicate<Frame> suits) {
    lock.lock();
    try {
      return queue.take(suits);
    } finally {
      lock.unlock();
    }
  }

  /**
   * What {@code choice} finds, or nothing after a while in which something may have changed.
   *
   * @param anyOut whether frames are at workers, for which time alone may change something soon
   */
  Optional<Attempt> next(Supplier<Optional<Attempt>> choice, boolean anyOut)
      throws InterruptedException {
    lock.lockInterruptibly();
    try {
      Optional<Attempt> attempt = choice.get();
      if (attempt.isEmpty()) {
        work.await(anyOut ? LOOK_AT_CALLS_MS : LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
      } else {
        room.signalAll();
      }
      return attempt;
    } finally {
      lock.unlock();
    }
  }

  void removeAll(String jobId) {
    lock.lock();
    try {
      queue.removeAll(jobId);
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return queue.size();
    } finally {
      lock.unlock();
    }
  }

  /** As {@link FrameQueue#oldestNanos}. */
  long oldestNanos() {
    lock.lock();
    try {
      return queue.oldestNanos();
    } finally {
      lock.unlock();
    }
  }

  /** A worker's place is free: nobody is woken where no frame waits for it. */
  void placeIsFree() {
    lock.lock();
    try {
      if (awaiting > 0 || queue.size() > 0) {
        work.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Whoever waits looks again. */
  void wake() {
    lock.lock();
    try {
      work.signalAll();
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until something is true that others say with {@link #wake} or {@link #placeIsFree}, for
   * so long at most.
   */
  void await(BooleanSupplier truth, Duration atMost) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      awaiting++;
      long left = atMost.toNanos();
      while (!truth.getAsBoolean() && left > 0) {
        left = work.awaitNanos(left);
      }
    } finally {
      awaiting--;
      lock.unlock();
    }
  }
}
