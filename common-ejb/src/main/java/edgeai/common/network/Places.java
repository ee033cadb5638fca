package edgeai.common.network;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many may be at something at the same time: all together, and those of one address, so that
 * one client leaves room for others. This machine's own clients share all. Thread-safe.
 */
public final class Places {
  private final int most;
  private final int mostOfOne;
  private final AtomicInteger taken = new AtomicInteger();
  private final ConcurrentMap<String, Integer> byAddress = new ConcurrentHashMap<>();
  private final AtomicLong refused = new AtomicLong();

  public Places(int most, int mostOfOne) {
    this.most = most;
    this.mostOfOne = mostOfOne;
  }

  /** True where there was one, which is to be left. */
  public boolean enter(String address) {
    if (taken.incrementAndGet() > most) {
      taken.decrementAndGet();
      refused.incrementAndGet();
      return false;
    }
    int bound = isOfThisMachine(address) ? most : mostOfOne;
    if (byAddress.merge(address, 1, Integer::sum) > bound) {
      leave(address);
      refused.incrementAndGet();
      return false;
    }
    return true;
  }

  public void leave(String address) {
    byAddress.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
    taken.decrementAndGet();
  }

  public int taken() {
    return taken.get();
  }

  public long refused() {
    return refused.get();
  }

  private static boolean isOfThisMachine(String address) {
    return address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
  }
}
