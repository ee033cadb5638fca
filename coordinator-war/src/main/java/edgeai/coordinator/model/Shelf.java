package edgeai.coordinator.model;

import edgeai.common.error.NotFound;
import edgeai.common.inference.ModelEngine;
import edgeai.common.vision.BundledModel;
import edgeai.common.vision.ModelCard;
import edgeai.common.vision.ModelException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The models there are: those that come with the build, those that were added, and one that was
 * set. Never knows which is used.
 */
@ApplicationScoped
public class Shelf {
  private static final Logger LOG = Logger.getLogger(Shelf.class.getName());

  /** Of a hash, where it stands for a name. */
  private static final int LEAST_DIGITS = 6;

  private final ShelfRepository repository;
  private final ModelFiles files;
  private final BundledModels bundled;
  private final ModelProof proof;
  private final Map<String, ShelfModel> models = new ConcurrentHashMap<>();

  @Inject
  public Shelf(
      ShelfRepository repository, ModelFiles files, BundledModels bundled, ModelProof proof) {
    this.repository = repository;
    this.files = files;
    this.bundled = bundled;
    this.proof = proof;
  }

  /** For the container's proxy. */
  Shelf() {
    this(null, null, null, null);
  }

  @PostConstruct
  void load() {
    repository.all().forEach(model -> models.put(model.sha256(), model));
    try {
      files.dropParts();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "what is left of a model cannot be deleted: {0}", e.toString());
    }
  }

  /** All, by name. */
  List<ShelfModel> all() {
    bundled.all().forEach(this::learn);
    return models.values().stream()
        .sorted(Comparator.comparing(ShelfModel::name).thenComparing(ShelfModel::sha256))
        .toList();
  }

  /** One of the build is looked at once, and known from then on. */
  private synchronized void learn(String sha256, BundledModel model) {
    ShelfModel known = models.get(sha256);
    if (known != null && known.isBundled()) {
      return;
    }
    try {
      Path file = files.of(sha256);
      ModelCard card = known == null ? proof.look(file, model.word()) : known.card();
      keep(new ShelfModel(card.named(model.word()), ShelfModel.Origin.BUNDLED, size(file), null));
    } catch (ModelException | IOException e) {
      LOG.log(
          Level.WARNING,
          "the model {0} of this build cannot be used: {1}",
          new Object[] {model.word(), e.getMessage()});
    }
  }

  private static long size(Path file) throws IOException {
    return Files.size(file);
  }

  /** By its name, its hash or the first digits of that. */
  Optional<ShelfModel> find(String text) {
    List<ShelfModel> all = all();
    String digits = text.toLowerCase(Locale.ROOT);
    List<ShelfModel> begun =
        all.stream().filter(model -> model.sha256().startsWith(digits)).toList();
    return Stream.<Stream<ShelfModel>>of(
            begun.stream().filter(model -> model.sha256().equals(digits)),
            all.stream()
                .filter(model -> model.name().equals(text))
                .sorted(Comparator.comparing(ShelfModel::origin)),
            begun.stream().filter(only -> digits.length() >= LEAST_DIGITS && begun.size() == 1))
        .flatMap(any -> any)
        .findFirst();
  }

  /**
   * One by its hash, however it is written.
   *
   * @throws NotFound where there is none
   */
  ShelfModel require(String text) {
    return Optional.ofNullable(models.get(text.toLowerCase(Locale.ROOT)))
        .or(() -> find(text))
        .orElseThrow(
            () -> new NotFound("There is no model %s; GET /models lists them.".formatted(text)));
  }

  /** As {@link #require}, of what others may know. */
  public ModelCard model(String text) {
    ShelfModel model = require(text);
    return model.card();
  }

  /** How many were added. */
  public long added() {
    return ofOrigin(ShelfModel.Origin.ADDED).count();
  }

  /** Bytes that those have which were added. */
  public long addedBytes() {
    return ofOrigin(ShelfModel.Origin.ADDED).mapToLong(ShelfModel::bytes).sum();
  }

  private Stream<ShelfModel> ofOrigin(ShelfModel.Origin origin) {
    return models.values().stream().filter(model -> model.origin() == origin);
  }

  boolean has(String sha256) {
    return models.containsKey(sha256);
  }

  /**
   * The file of one.
   *
   * @throws ModelException where one of the build cannot be unpacked
   */
  Path file(ShelfModel model) throws ModelException {
    return files.of(model.sha256());
  }

  /** One that is used at the start; of another's file a copy is kept. */
  void opened(ModelEngine engine) {
    ModelCard card = engine.card();
    try {
      long bytes = size(engine.file());
      boolean ofBuild = bundled.of(card.sha256()).isPresent();
      ShelfModel known = models.get(card.sha256());
      if (ofBuild && (known == null || !known.isBundled())) {
        keep(new ShelfModel(card, ShelfModel.Origin.BUNDLED, bytes, null));
      } else if (known == null) {
        files.copy(engine.file(), card.sha256());
        keep(new ShelfModel(card, ShelfModel.Origin.SET, bytes, null));
      }
    } catch (IOException e) {
      LOG.log(
          Level.WARNING,
          "no copy of the model {0} can be kept: {1}",
          new Object[] {card.name(), e.toString()});
    }
  }

  /** Stores one whose file is in place. */
  void keep(ShelfModel model) {
    repository.put(model);
    models.put(model.sha256(), model);
  }

  /** Nobody finds it any more. */
  void hide(ShelfModel model) {
    models.remove(model.sha256());
  }

  /** Takes one off, with its file. */
  void remove(ShelfModel model) {
    hide(model);
    repository.delete(model.sha256());
    try {
      files.delete(model.sha256());
    } catch (IOException e) {
      LOG.log(Level.WARNING, "a model''s file cannot be deleted: {0}", e.toString());
    }
  }

  /** What was set before, or came with an earlier build, stays as long as it is wanted. */
  void tidy(Set<String> wanted) {
    models.values().stream()
        .filter(model -> model.origin() != ShelfModel.Origin.ADDED)
        .filter(model -> bundled.of(model.sha256()).isEmpty())
        .filter(model -> !wanted.contains(model.sha256()))
        .forEach(this::remove);
  }
}
