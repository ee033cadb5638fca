package edgeai.common.edge;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of bodies this server holds in memory at the same time. Thread-safe. */
final class BodyBudget {
  private static final long LEAST = 32L << 20;

  /** Parsing a body of JSON takes several times its size. */
  private static final int SHARE = 8;

  private final long most;
  private final AtomicLong held = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();

  BodyBudget(long most) {
    this.most = most;
  }

  /** An eighth of the memory that the server may have. */
  static BodyBudget ofThisProcess() {
    return new BodyBudget(Math.max(LEAST, Runtime.getRuntime().maxMemory() / SHARE));
  }

  /** True where there was room. */
  boolean take(long bytes) {
    if (held.addAndGet(bytes) <= most) {
      return true;
    }
    held.addAndGet(-bytes);
    refused.incrementAndGet();
    return false;
  }

  void giveBack(long bytes) {
    held.addAndGet(-bytes);
  }

  long held() {
    return held.get();
  }

  /** Bodies that found no room. */
  long refused() {
    return refused.get();
  }
}
