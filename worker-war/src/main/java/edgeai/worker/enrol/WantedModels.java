package edgeai.worker.enrol;

import edgeai.common.error.Refusal;
import edgeai.common.network.CallFailure;
import edgeai.common.vision.IdleModels;
import edgeai.common.vision.ModelException;
import edgeai.worker.infer.WorkerModel;
import edgeai.worker.settings.WorkerSettings;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/**
 * Brings the models that the coordinator wants, one after the other, beside the work of this
 * worker: each is fetched, opened and warm before it is told of. Those that nobody wants any more
 * close once their pictures are done, and old files go. A worker with a model of its own keeps it.
 */
@ApplicationScoped
public class WantedModels {
  /** More are not opened, whatever is wanted. */
  private static final int MOST = 4;

  private static final Logger LOG = Logger.getLogger(WantedModels.class.getName());
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private final WorkerSettings settings;
  private final ModelFetch fetch;
  private final WorkerModel model;
  private final Clock clock;
  private final ManagedExecutorService executor;

  private List<String> wanted = List.of();
  private boolean atWork;
  private volatile String trouble;

  @Inject
  public WantedModels(
      WorkerSettings settings,
      ModelFetch fetch,
      WorkerModel model,
      Clock clock,
      @Named("models") ManagedExecutorService executor) {
    this.settings = settings;
    this.fetch = fetch;
    this.model = model;
    this.clock = clock;
    this.executor = executor;
  }

  /** For the container's proxy. */
  WantedModels() {
    this(null, null, null, null, null);
  }

  /** Why a model that is wanted cannot be used here, empty where all can. */
  Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  /**
   * These are wanted from now on; returns at once.
   *
   * @param hashes the pool's first
   * @param opened runs where others than before are open
   */
  void want(List<String> hashes, Runnable opened) {
    if (settings.model().isPresent() || settings.noOpDelay().isPresent()) {
      return;
    }
    List<String> next =
        hashes.stream()
            .map(hash -> hash.toLowerCase(Locale.ROOT))
            .filter(hash -> SHA256.matcher(hash).matches())
            .limit(MOST)
            .toList();
    if (!next.isEmpty() && begins(next)) {
      try {
        executor.execute(() -> bring(opened));
      } catch (RejectedExecutionException e) {
        ends();
        LOG.log(Level.FINE, "this worker is ending: {0}", e.toString());
      }
    }
  }

  private synchronized boolean begins(List<String> next) {
    wanted = next;
    boolean idle = !atWork;
    atWork = true;
    return idle;
  }

  private synchronized List<String> wanted() {
    return wanted;
  }

  private void bring(Runnable opened) {
    List<String> before = model.open();
    try {
      bring(wanted());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | FaultToleranceException | Refusal e) {
      LOG.log(Level.INFO, "a model that is wanted did not come: {0}", e.toString());
    } catch (RuntimeException | Error e) {
      LOG.log(Level.SEVERE, "bringing a model failed unforeseen", e);
      trouble = "a model that is wanted cannot be used: " + CallFailure.words(e);
    } finally {
      ends();
      if (!model.open().equals(before)) {
        opened.run();
      }
    }
  }

  private synchronized void ends() {
    atWork = false;
  }

  private void bring(List<String> hashes) throws IOException, InterruptedException {
    String failure = null;
    for (String sha256 : hashes) {
      try {
        fetch.open(sha256);
      } catch (ModelException e) {
        failure = ModelFetch.unusable(e);
      }
    }
    if (failure != null && !failure.equals(trouble)) {
      LOG.log(Level.WARNING, "{0} This worker goes on with what it has.", failure);
    }
    trouble = failure;
    model.keep(hashes);
    new IdleModels(settings.dataDir(), clock).prune(model.open());
  }
}
