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

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final FrameQueue queue = new FrameQueue();

  /** Waits while the frame's job has enough frames waiting, then queues it. */
  void add(Frame frame, Runnable queued) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!queue.hasRoom(frame.jobId())) {
        changed.await();
      }
      queued.run();
      queue.addLast(frame);
      changed.signalAll();
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
      if (frame.isStruckOut()) {
        return false;
      }
      queue.addFirst(frame);
      changed.signalAll();
      return true;
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

  /** What {@code choice} finds, or nothing after a while in which something may have changed. */
  Optional<Attempt> next(Supplier<Optional<Attempt>> choice) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      Optional<Attempt> attempt = choice.get();
      if (attempt.isEmpty()) {
        changed.await(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
      } else {
        changed.signalAll();
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
      changed.signalAll();
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

  /** Whoever waits looks again. */
  void wake() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until something is true that others say with {@link #wake}, for so long at most. */
  void await(BooleanSupplier truth, Duration atMost) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = atMost.toNanos();
      while (!truth.getAsBoolean() && left > 0) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }
}
