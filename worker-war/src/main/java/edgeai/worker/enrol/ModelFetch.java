package edgeai.worker.enrol;

import edgeai.common.http.Body;
import edgeai.common.http.JsonInput;
import edgeai.common.vision.ModelException;
import edgeai.common.vision.ModelStore;
import edgeai.worker.coordinator.CoordinatorClient;
import edgeai.worker.infer.WorkerModel;
import edgeai.worker.settings.WorkerSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * Gets this worker's models: its own {@code MODEL}, else the pool's by its hash and others that are
 * wanted, else the bundled one. Loading takes a while, which is why this is not part of the
 * deployment.
 */
@ApplicationScoped
public class ModelFetch {
  private static final Logger LOG = Logger.getLogger(ModelFetch.class.getName());
  private static final Duration UNTIL_TRIED_AGAIN = Duration.ofMinutes(5);
  private static final int MOST_FAILURES = 16;
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private final WorkerSettings settings;
  private final CoordinatorClient coordinator;
  private final WorkerModel model;
  private final Clock clock;

  private final Map<String, Failure> failures =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failure> eldest) {
          return size() > MOST_FAILURES;
        }
      };

  @Inject
  public ModelFetch(
      WorkerSettings settings, CoordinatorClient coordinator, WorkerModel model, Clock clock) {
    this.settings = settings;
    this.coordinator = coordinator;
    this.model = model;
    this.clock = clock;
  }

  /** For the container's proxy. */
  ModelFetch() {
    this(null, null, null, null);
  }

  /** A model that could not be used, so that it is not loaded again at every turn. */
  private record Failure(ModelException reason, Instant at) {}

  /**
   * Makes sure that the model in use is the one meant; a worker that infers nothing needs none.
   *
   * @throws IOException where the coordinator does not answer, names no model, or sends another
   * @throws ModelException where the model cannot be used here
   */
  void ensureModel() throws IOException, InterruptedException, ModelException {
    if (settings.noOpDelay().isPresent()) {
      return;
    }
    if (settings.model().isEmpty() && settings.coordinator().isPresent()) {
      ensurePoolsModel();
    } else if (model.card().isEmpty()) {
      model.useOwn();
    }
  }

  private void ensurePoolsModel() throws IOException, InterruptedException, ModelException {
    JsonInput wanted = poolsModel();
    String sha256 = wanted.text("sha256");
    if (!SHA256.matcher(sha256).matches()) {
      throw new IOException("the coordinator named no sha256 of its model");
    }
    open(sha256, wanted.id("name"));
    model.use(sha256);
  }

  /**
   * Fetches a model and opens it, unless it is open.
   *
   * @throws IOException where the coordinator does not answer, or sends another
   * @throws ModelException where the model cannot be used here
   */
  void open(String sha256) throws IOException, InterruptedException, ModelException {
    if (!model.has(sha256)) {
      open(sha256, name(sha256));
    }
  }

  private synchronized void open(String sha256, String name)
      throws IOException, InterruptedException, ModelException {
    if (model.has(sha256)) {
      return;
    }
    Failure before = failures.get(sha256);
    if (before != null && clock.instant().isBefore(before.at().plus(UNTIL_TRIED_AGAIN))) {
      throw before.reason();
    }
    Path file = cached(sha256);
    try {
      model.open(file, name);
      failures.remove(sha256);
    } catch (ModelException e) {
      failures.put(sha256, new Failure(e, clock.instant()));
      throw e;
    }
  }

  /** What the coordinator calls it. */
  private String name(String sha256) throws IOException, InterruptedException {
    HttpResponse<String> answer = coordinator.get("/models");
    if (answer.statusCode() != 200) {
      throw answered(answer.statusCode());
    }
    return JsonInput.parseList(Body.of(answer.body())).stream()
        .filter(entry -> entry.text("sha256").equals(sha256))
        .map(entry -> entry.id("name"))
        .findFirst()
        .orElseThrow(() -> new IOException("the coordinator has no model " + sha256));
  }

  /** Why a model cannot be used here, in a sentence for the pool. */
  static String unusable(ModelException reason) {
    // a fetched model's file is named after its hash
    return "the pool's model cannot be used: "
        + reason.getMessage().replaceFirst("\\p{XDigit}{64}\\.onnx", "it");
  }

  private static IOException answered(int status) {
    boolean unknown = status == 401 || status == 403;
    return new IOException(
        "the coordinator answered %d%s"
            .formatted(
                status,
                unknown ? ": it wants the token of a node that it knows (TOKEN_FILE)" : ""));
  }

  private JsonInput poolsModel() throws IOException, InterruptedException {
    HttpResponse<String> answer = coordinator.get("/model");
    if (answer.statusCode() != 200) {
      throw answered(answer.statusCode());
    }
    return JsonInput.parse(Body.of(answer.body()));
  }

  private Path cached(String sha256) throws IOException, InterruptedException {
    return new ModelStore(settings.dataDir()).keep(sha256, (Path file) -> fetch(sha256, file));
  }

  private void fetch(String sha256, Path file) throws IOException, InterruptedException {
    LOG.log(Level.INFO, "fetching the pool''s model {0}", sha256.substring(0, 12));
    int status = coordinator.download("/model/" + sha256, file);
    if (status != 200) {
      throw new IOException("the coordinator answered %d instead of its model".formatted(status));
    }
  }
}
