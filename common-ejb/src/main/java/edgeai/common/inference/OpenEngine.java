package edgeai.common.inference;

/** An engine that is open: closed once nobody wants it any more and nobody has it. Thread-safe. */
final class OpenEngine {
  private final Engine engine;
  private int users;
  private boolean retired;

  OpenEngine(Engine engine) {
    this.engine = engine;
  }

  Engine engine() {
    return engine;
  }

  /** Somebody has it from now on, and {@link #leave}s it; false where it is closed already. */
  synchronized boolean enter() {
    boolean open = !retired || users > 0;
    users += open ? 1 : 0;
    return open;
  }

  void leave() {
    boolean last;
    synchronized (this) {
      users--;
      last = retired && users == 0;
    }
    if (last) {
      engine.close();
    }
  }

  /** Nobody gets it any more. */
  void retire() {
    boolean unused;
    synchronized (this) {
      unused = !retired && users == 0;
      retired = true;
    }
    if (unused) {
      engine.close();
    }
  }
}
