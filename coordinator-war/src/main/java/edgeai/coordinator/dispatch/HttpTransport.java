package edgeai.coordinator.dispatch;

import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Frame;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** A worker on the network: what {@link WorkerClient} gives or throws becomes an answer. */
@ApplicationScoped
public class HttpTransport implements FrameTransport {
  private final WorkerClient client;

  @Inject
  public HttpTransport(WorkerClient client) {
    this.client = client;
  }

  /** For the container's proxy. */
  HttpTransport() {
    this(null);
  }

  @Override
  public WorkerAnswer send(Frame frame, WorkerNode worker) throws InterruptedException {
    try {
      return AnswerReader.read(
          frame,
          worker.hasAnswered() ? client.send(frame, worker) : client.sendFirst(frame, worker));
    } catch (RequestNotSentException e) {
      return new WorkerAnswer.Unserved("cannot be reached: " + e.getMessage());
    } catch (ConnectionBrokenException e) {
      return new WorkerAnswer.Died("broke the connection: " + e.getMessage());
    } catch (UnbelievableAnswerException e) {
      return new WorkerAnswer.Implausible(e.getMessage());
    } catch (TimeoutException e) {
      return new WorkerAnswer.Died("did not answer in time");
    } catch (BulkheadException e) {
      return new WorkerAnswer.Unserved("too many frames are on their way");
    }
  }
}
