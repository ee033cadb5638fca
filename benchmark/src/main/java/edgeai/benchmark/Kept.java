package edgeai.benchmark;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Servers that one benchmark leaves running for the next that wants the same, which saves it their
 * start. One that failed leaves none.
 */
public final class Kept {
  private final Map<String, Runs> things = new HashMap<>();

  /** Something that runs until it is closed. */
  public interface Runs extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * What was left under this name, which is no longer kept, or else a new one.
   *
   * @param type of what is left under this name
   * @param start makes a new one
   */
  public <T extends Runs> T take(String name, Class<T> type, Callable<T> start) throws Exception {
    Runs thing = things.remove(name);
    return thing == null ? start.call() : type.cast(thing);
  }

  /** Leaves something under this name, in place of what lies there. */
  public void keep(String name, Runs thing) {
    Runs before = things.put(name, thing);
    if (before != null) {
      before.close();
    }
  }

  /** Ends what nobody took. */
  void end() {
    things.values().forEach(Runs::close);
    things.clear();
  }
}
