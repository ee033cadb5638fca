package edgeai.worker.infer;

import edgeai.common.process.Gate;
import edgeai.common.process.ServerEnding;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Knows the frames and pieces that came over HTTP and are not answered yet; shut once this worker
 * ends.
 */
@ApplicationScoped
public class FrameDoor {
  /** After enrol has taken this worker out of the pool. */
  static final int AFTER_FAREWELL = 1_000;

  private static final Logger LOG = Logger.getLogger(FrameDoor.class.getName());

  private final Gate gate = new Gate();

  boolean enter() {
    return gate.enter();
  }

  void leave() {
    gate.leave();
  }

  /** Finishes what is held and takes no more. */
  void shut(@Observes @Priority(AFTER_FAREWELL) ServerEnding ending) {
    gate.close();
    int held = gate.inside();
    try {
      boolean all = gate.awaitEmpty(ending.left());
      LOG.log(
          all ? Level.INFO : Level.WARNING,
          all ? "the {0} frames it held are answered" : "of {0} frames {1} are given up",
          new Object[] {held, gate.inside()});
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
