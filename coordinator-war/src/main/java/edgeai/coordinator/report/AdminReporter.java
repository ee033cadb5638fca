package edgeai.coordinator.report;

import edgeai.coordinator.alert.AlertRaised;
import edgeai.coordinator.job.JobEnded;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/**
 * Registers the coordinator as a camera, heartbeats, and posts finished jobs and alerts in order.
 * While the admin server is away the newest reports wait, the oldest are dropped.
 */
@ApplicationScoped
public class AdminReporter {
  private static final Logger LOG = Logger.getLogger(AdminReporter.class.getName());
  private static final int REPORTS = 1_000;
  private static final long HEARTBEAT_NANOS = TimeUnit.SECONDS.toNanos(15);
  private static final long LONGEST_PAUSE_MS = 30_000;

  @Inject private CoordinatorSettings settings;
  @Inject private AdminClient client;
  @Inject private AdminReports reports;

  @Resource(lookup = "java:app/concurrent/report")
  private ManagedExecutorService executor;

  private final LinkedBlockingDeque<AdminReports.Report> waiting =
      new LinkedBlockingDeque<>(REPORTS);
  private Future<?> loop;
  private long pauseMs;
  private boolean registered;
  private long lastBeat;

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    if (settings.admin().address().isPresent()) {
      loop = executor.submit(this::run);
    }
  }

  void onJobEnded(@Observes JobEnded ended) {
    if (loop != null) {
      reports.ofJob(ended.job()).ifPresent(this::add);
    }
  }

  void onAlert(@Observes AlertRaised raised) {
    if (loop != null) {
      add(reports.ofAlert(raised.alert()));
    }
  }

  private void add(AdminReports.Report report) {
    while (!waiting.offerLast(report)) {
      waiting.pollFirst();
    }
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        stayKnown();
        AdminReports.Report next = waiting.pollFirst(1, TimeUnit.SECONDS);
        if (next != null && !delivered(next)) {
          waiting.offerFirst(next);
          pause();
        }
      } catch (IOException | FaultToleranceException e) {
        LOG.log(Level.FINE, "the admin server does not answer: {0}", e.toString());
        pauseOrStop();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "reporting to the admin server failed unforeseen", e);
        pauseOrStop();
      }
    }
  }

  /** Registers first, then heartbeats; a 404 means that it must register again. */
  private void stayKnown() throws IOException, InterruptedException {
    if (!registered) {
      registered = client.post("/register-camera", reports.registration()) == 200;
      lastBeat = System.nanoTime();
      if (!registered) {
        pause();
      } else {
        pauseMs = 0;
      }
    } else if (System.nanoTime() - lastBeat > HEARTBEAT_NANOS) {
      lastBeat = System.nanoTime();
      registered = client.post("/heartbeat/" + reports.cameraIdInPath(), "{}") != 404;
    }
  }

  /** True where it need not be sent again: taken, or refused for good. */
  private boolean delivered(AdminReports.Report report) throws InterruptedException {
    try {
      int status = client.post(report.path(), report.json());
      if (status >= 400 && status < 500) {
        LOG.log(Level.WARNING, "the admin server refused a report with {0}", status);
      }
      return status < 500;
    } catch (IOException | FaultToleranceException e) {
      return false;
    }
  }

  private void pauseOrStop() {
    try {
      pause();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pause() throws InterruptedException {
    pauseMs = Math.min(LONGEST_PAUSE_MS, Math.max(500, pauseMs * 2));
    TimeUnit.MILLISECONDS.sleep(pauseMs);
  }

  @PreDestroy
  void stop() {
    if (loop != null) {
      loop.cancel(true);
    }
  }
}
