package edgeai.common.live;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A client whose sending ends when the test says so, and whose pongs the test sends. */
final class TestChannel implements LiveChannel {
  final List<String> sent = new ArrayList<>();
  final List<Long> pings = new ArrayList<>();
  final List<End> ends = new ArrayList<>();
  boolean stuck;
  Throwable failure;
  private Consumer<Throwable> pending;

  @Override
  public void send(String message, Consumer<Throwable> done) {
    if (pending != null) {
      throw new IllegalStateException("two at a time");
    }
    sent.add(message);
    if (stuck) {
      pending = done;
    } else {
      done.accept(failure);
    }
  }

  /** Ends the send that hangs. */
  void release() {
    stuck = false;
    Consumer<Throwable> done = pending;
    pending = null;
    done.accept(null);
  }

  @Override
  public void ping(long mark) {
    pings.add(mark);
  }

  @Override
  public void close(End end) {
    ends.add(end);
  }
}
