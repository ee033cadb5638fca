package edgeai.coordinator.dispatch;

import edgeai.coordinator.frame.Attempt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Asks the worker of an attempt for its frame and gives the answer as it is to be taken. */
@ApplicationScoped
public class Exchange {
  private static final Logger LOG = Logger.getLogger(Exchange.class.getName());

  private final FrameTransport network;
  private final FrameTransport local;

  @Inject
  Exchange(HttpTransport network, LocalTransport local) {
    this.network = network;
    this.local = local;
  }

  Exchange() {
    this(null, null);
  }

  /** Blocks until the worker answered, or does not. */
  WorkerAnswer of(Attempt attempt) {
    WorkerAnswer answer = ask(attempt);
    if (answer instanceof WorkerAnswer.Delivered && !attempt.frame().isSettled()) {
      return new WorkerAnswer.Undelivered();
    }
    return answer instanceof WorkerAnswer.Detected && attempt.worker().isQuarantined()
        ? new WorkerAnswer.Unserved("is quarantined")
        : answer;
  }

  private WorkerAnswer ask(Attempt attempt) {
    try {
      FrameTransport transport = attempt.worker().isLocal() ? local : network;
      return transport.send(attempt.frame(), attempt.worker());
    } catch (InterruptedException e) {
      return new WorkerAnswer.Unserved("the call was ended");
    } catch (RuntimeException | Error e) {
      // an Error too, such as a library that cannot be loaded: the frame must not be forgotten
      LOG.log(Level.SEVERE, "sending a frame failed unforeseen", e);
      return new WorkerAnswer.Unserved("cannot do frames: " + e);
    }
  }
}
