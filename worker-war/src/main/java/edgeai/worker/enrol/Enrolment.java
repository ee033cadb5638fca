package edgeai.worker.enrol;

import edgeai.common.door.OwnSecret;
import edgeai.common.error.Refusal;
import edgeai.common.network.CallFailure;
import edgeai.common.process.OwnPort;
import edgeai.common.process.ServerEnding;
import edgeai.common.vision.ModelCard;
import edgeai.common.vision.ModelException;
import edgeai.common.vision.NativeFailure;
import edgeai.settings.StartRefusal;
import edgeai.worker.coordinator.CoordinatorClient;
import edgeai.worker.infer.WorkerModel;
import edgeai.worker.settings.WorkerSettings;
import jakarta.annotation.Priority;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/**
 * Keeps this worker in the pool: gets the model, registers, heartbeats, registers again when the
 * coordinator has forgotten it, says goodbye at the end. A coordinator that is away is tried again
 * with growing pauses.
 */
@ApplicationScoped
public class Enrolment {
  private static final Logger LOG = Logger.getLogger(Enrolment.class.getName());

  private final WorkerSettings settings;
  private final CoordinatorClient coordinator;
  private final OwnSecret secret;
  private final ModelFetch model;
  private final WorkerModel workerModel;
  private final WantedModels wanted;
  private final OwnPort port;
  private final Clock clock;
  private final ManagedExecutorService executor;

  /** There is something to tell the coordinator before the next heartbeat is due. */
  private final Semaphore news = new Semaphore(0);

  private Future<?> loop;
  private volatile boolean enrolled;

  /** Whether the coordinator may know this worker. */
  private volatile boolean introduced;

  /** Why this worker cannot use the pool's model, null where it can. */
  private volatile String unusable;

  private volatile boolean leaving;

  @Inject
  public Enrolment(
      WorkerSettings settings,
      CoordinatorClient coordinator,
      OwnSecret secret,
      ModelFetch model,
      WorkerModel workerModel,
      WantedModels wanted,
      OwnPort port,
      Clock clock,
      @Named("enrol") ManagedExecutorService executor) {
    this.settings = settings;
    this.coordinator = coordinator;
    this.secret = secret;
    this.model = model;
    this.workerModel = workerModel;
    this.wanted = wanted;
    this.port = port;
    this.clock = clock;
    this.executor = executor;
  }

  /** For the container's proxy. */
  Enrolment() {
    this(null, null, null, null, null, null, null, null, null);
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    port.watch();
    // in the background, so that this worker shows that it lives while its model loads
    loop =
        executor.submit(settings.coordinator().isPresent() ? this::run : workerModel::requireOwn);
  }

  /** Whether the coordinator knows this worker, or there is none to know it. */
  public boolean isEnrolled() {
    return enrolled || settings.coordinator().isEmpty();
  }

  /** Why this worker cannot use a model that is wanted of it, empty where it can. */
  public Optional<String> trouble() {
    return Optional.ofNullable(unusable).or(wanted::trouble);
  }

  private void run() {
    CoordinatorAbsence absence =
        new CoordinatorAbsence(settings.coordinator().orElseThrow(), clock);
    while (!leaving && !Thread.currentThread().isInterrupted()) {
      try {
        tryToKeepUp(absence);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (LinkageError e) {
        StartRefusal.refuse(NativeFailure.sentence(e));
      }
    }
  }

  private void tryToKeepUp(CoordinatorAbsence absence) throws InterruptedException {
    try {
      keepUp();
      absence.end();
    } catch (IOException | FaultToleranceException | Refusal e) {
      absence.sitOut(e.getMessage() == null ? "it cannot be reached" : e.getMessage());
    } catch (LinkageError e) {
      throw e;
    } catch (RuntimeException | Error e) {
      LOG.log(Level.SEVERE, "enrolment failed unforeseen", e);
      absence.sitOut(CallFailure.words(e));
    }
  }

  private void keepUp() throws IOException, InterruptedException {
    if (enrolled) {
      news.tryAcquire(settings.heartbeat().toMillis(), TimeUnit.MILLISECONDS);
      news.drainPermits();
      enrolled = heartbeat();
    }
    if (!enrolled || unusable != null) {
      try {
        model.ensureModel();
        enrolled =
            register(WorkerIntroduction.json(settings, secret, workerModel.card().orElseThrow()));
        unusable = null;
        news.release();
      } catch (ModelException e) {
        goWithout(e);
      }
    }
  }

  /**
   * The pool's model may be replaced by one that can be used: until then this worker is listed,
   * with the reason, and gets no frames. What another model would not mend ends it.
   */
  private void goWithout(ModelException reason) throws IOException, InterruptedException {
    if (reason.isOfThisMachine() || settings.model().isPresent()) {
      throw StartRefusal.refuse(reason.getMessage());
    }
    String sentence = ModelFetch.unusable(reason);
    if (!enrolled || !sentence.equals(unusable)) {
      unusable = sentence;
      LOG.log(Level.WARNING, "{0} This worker waits for another.", sentence);
      enrolled = register(WorkerIntroduction.withoutModel(settings, secret, sentence));
    }
  }

  private boolean register(String introduction) throws IOException, InterruptedException {
    // a coordinator that knows this worker may call it at once
    port.awaitOpen();
    introduced = true;
    HttpResponse<String> answer = coordinator.post("/register-worker", introduction);
    if (answer.statusCode() != 201) {
      throw new IOException("it answered %d to the registration".formatted(answer.statusCode()));
    }
    WorkerIntroduction.noteOf(answer.body())
        .ifPresentOrElse(
            note -> LOG.log(Level.WARNING, "registered, with a remark: {0}", note),
            () ->
                LOG.log(
                    Level.INFO,
                    "worker {0} joined {1}",
                    new Object[] {settings.workerId(), settings.coordinator().orElseThrow()}));
    return true;
  }

  private boolean heartbeat() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        coordinator.post(
            WorkerIntroduction.heartbeatPath(settings),
            WorkerIntroduction.heartbeat(
                workerModel.open(), trouble().or(() -> workerModel.card().map(ModelCard::note))));
    if (answer.statusCode() == 404) {
      LOG.info("the coordinator has forgotten this worker, which registers again");
      return false;
    }
    if (answer.statusCode() == 401 || answer.statusCode() == 403) {
      LOG.warning("the coordinator does not know this worker's token any more (TOKEN_FILE)");
      return false;
    }
    if (unusable == null) {
      wanted.want(WorkerIntroduction.wantedOf(answer), news::release);
    }
    return true;
  }

  /** First of all: the coordinator sends no more frames, and those that are here are finished. */
  void onEnding(@Observes @Priority(1) ServerEnding ending) {
    leave();
  }

  /** Where it ends otherwise, before the beans it needs are destroyed. */
  void onDestroy(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
    leave();
  }

  private void leave() {
    leaving = true;
    loop.cancel(true);
    if (introduced) {
      introduced = false;
      enrolled = false;
      try {
        coordinator.delete(WorkerIntroduction.path(settings));
      } catch (IOException | FaultToleranceException e) {
        LOG.log(Level.FINE, "no goodbye: {0}", e.toString());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
