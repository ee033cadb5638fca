package edgeai.common.inference;

import java.util.ArrayList;
import java.util.List;

/**
 * The decoders that wait for the next piece of their jobs, the one that has waited longest first.
 * Not thread-safe; {@link WarmDecoders} guards it.
 */
final class IdleDecoders {
  private final List<Idle> waiting = new ArrayList<>();

  /** One that waits: the same decoder waits more than once. */
  static final class Idle {
    private final String job;
    private final PieceSource decoder;

    private Idle(String job, PieceSource decoder) {
      this.job = job;
      this.decoder = decoder;
    }

    String job() {
      return job;
    }
  }

  int count() {
    return waiting.size();
  }

  boolean has(String job) {
    return waiting.stream().anyMatch(one -> one.job.equals(job));
  }

  Idle add(String job, PieceSource decoder) {
    Idle idle = new Idle(job, decoder);
    waiting.add(idle);
    return idle;
  }

  /** The one that came last and can go on, null where there is none; those that cannot end. */
  PieceSource take(String job) {
    for (int i = waiting.size() - 1; i >= 0; i--) {
      if (waiting.get(i).job.equals(job)) {
        PieceSource decoder = waiting.remove(i).decoder;
        if (decoder.isReusable()) {
          return decoder;
        }
        decoder.close();
      }
    }
    return null;
  }

  Idle longest() {
    return waiting.get(0);
  }

  /** Ends one; false where it does not wait any more. */
  boolean end(Idle idle) {
    if (!waiting.remove(idle)) {
      return false;
    }
    idle.decoder.close();
    return true;
  }

  void endAll() {
    waiting.forEach(one -> one.decoder.close());
    waiting.clear();
  }
}
