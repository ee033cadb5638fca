package edgeai.worker.enrol;

import edgeai.common.http.Body;
import edgeai.common.http.JsonInput;
import edgeai.common.vision.ModelCard;
import edgeai.common.vision.ModelException;
import edgeai.worker.coordinator.CoordinatorClient;
import edgeai.worker.infer.InferenceStage;
import edgeai.worker.settings.WorkerSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/** Gets the pool's model by its hash, where this worker has no {@code MODEL} of its own. */
@ApplicationScoped
public class ModelFetch {
  private static final Logger LOG = Logger.getLogger(ModelFetch.class.getName());
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final int BUFFER = 1 << 16;

  @Inject private WorkerSettings settings;
  @Inject private CoordinatorClient coordinator;
  @Inject private InferenceStage inference;

  /**
   * Makes sure that the model in use is the pool's.
   *
   * @throws IOException where the coordinator does not answer, has no model, or sends another file
   * @throws ModelException where its model cannot be used here
   */
  void ensureModel() throws IOException, InterruptedException, ModelException {
    if (settings.model().isPresent()) {
      return;
    }
    JsonInput model = poolsModel();
    String sha256 = model.text("sha256");
    if (!SHA256.matcher(sha256).matches()) {
      throw new IOException("the coordinator named no sha256 of its model");
    }
    Optional<ModelCard> current = inference.card();
    if (current.isEmpty() || !current.get().sha256().equals(sha256)) {
      inference.use(cached(sha256), model.id("name"));
    }
  }

  private JsonInput poolsModel() throws IOException, InterruptedException {
    HttpResponse<String> answer = coordinator.get("/model");
    if (answer.statusCode() == 404) {
      throw new IOException("the coordinator has no model, and MODEL is not set here");
    }
    if (answer.statusCode() != 200) {
      throw new IOException("the coordinator answered %d".formatted(answer.statusCode()));
    }
    return JsonInput.parse(Body.of(answer.body()));
  }

  private Path cached(String sha256) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(settings.dataDir().resolve("models"));
    Path file = folder.resolve(sha256 + ".onnx");
    if (Files.exists(file) && sha256Of(file).equals(sha256)) {
      return file;
    }
    LOG.log(Level.INFO, "fetching the pool''s model {0}", sha256.substring(0, 12));
    Path part = Files.createTempFile(folder, sha256, ".part");
    try {
      int status = coordinator.download("/model/" + sha256, part);
      if (status != 200 || !sha256Of(part).equals(sha256)) {
        throw new IOException("the coordinator did not send the model it named");
      }
      return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static String sha256Of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digest =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      byte[] buffer = new byte[BUFFER];
      while (digest.read(buffer) >= 0) {
        // the digest sees what passes
      }
      return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
