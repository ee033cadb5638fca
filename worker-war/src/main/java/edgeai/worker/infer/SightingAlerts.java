package edgeai.worker.infer;

import edgeai.common.alert.AlertRules;
import edgeai.common.request.Requests;
import edgeai.common.wire.Alert;
import edgeai.common.wire.Detection;
import edgeai.common.wire.FrameResult;
import edgeai.common.wire.PostedAlert;
import edgeai.worker.coordinator.CoordinatorClient;
import edgeai.worker.settings.WorkerSettings;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/**
 * Tells the coordinator of a person or a vehicle in its frames, as agents do: once within {@code
 * ALERT_COOLDOWN} at most, beside inference, and not at all while it still has the one before.
 */
@ApplicationScoped
public class SightingAlerts {
  private static final Logger LOG = Logger.getLogger(SightingAlerts.class.getName());

  private final WorkerSettings settings;
  private final CoordinatorClient coordinator;
  private final Clock clock;
  private final ManagedExecutorService executor;
  private final AlertRules rules;
  private Instant quietUntil = Instant.MIN;
  private boolean onItsWay;

  @Inject
  public SightingAlerts(
      WorkerSettings settings,
      CoordinatorClient coordinator,
      Clock clock,
      @Named("alerts") ManagedExecutorService executor) {
    this(settings, coordinator, clock, executor, new AlertRules(settings.alerts()));
  }

  /** For the container's proxy. */
  SightingAlerts() {
    this(null, null, null, null, null);
  }

  private SightingAlerts(
      WorkerSettings settings,
      CoordinatorClient coordinator,
      Clock clock,
      ManagedExecutorService executor,
      AlertRules rules) {
    this.settings = settings;
    this.coordinator = coordinator;
    this.clock = clock;
    this.executor = executor;
    this.rules = rules;
  }

  /** Looks at what was found in a frame of the coordinator's; returns at once. */
  void see(long frameId, List<Detection> found, double processingTimeMs) {
    FrameResult frame =
        FrameResult.completed(
            frameId, settings.workerId(), found, processingTimeMs, clock.instant());
    rules.sighting(frame).filter(this::isDue).ifPresent(this::send);
  }

  private synchronized boolean isDue(Alert alert) {
    if (onItsWay || alert.timestamp().isBefore(quietUntil)) {
      return false;
    }
    onItsWay = true;
    quietUntil = alert.timestamp().plus(settings.alerts().cooldown());
    return true;
  }

  private void send(Alert alert) {
    try {
      executor.execute(() -> post(alert));
    } catch (RejectedExecutionException e) {
      arrived();
      LOG.log(Level.FINE, "this worker is ending: {0}", e.toString());
    }
  }

  private void post(Alert alert) {
    try {
      coordinator.post("/alerts", Requests.write(PostedAlert.of(alert)));
    } catch (IOException | FaultToleranceException e) {
      LOG.log(Level.FINE, "an alert did not reach the coordinator: {0}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      LOG.log(Level.SEVERE, "telling of an alert failed unforeseen", e);
    } finally {
      arrived();
    }
  }

  private synchronized void arrived() {
    onItsWay = false;
  }
}
