package edgeai.coordinator.model;

import edgeai.common.error.Conflict;
import edgeai.common.error.InvalidInput;
import edgeai.common.error.NotStored;
import edgeai.common.error.Unavailable;
import edgeai.common.vision.BundledModel;
import edgeai.common.vision.ModelCard;
import edgeai.common.vision.ModelException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * Takes in models that are sent: each is stored, proven as at a start and put on the shelf. One at
 * a time, bounded in number and in bytes.
 */
@ApplicationScoped
public class ModelArrivals {
  /** That may be added. */
  static final int MOST = 20;

  /** That one may have: no ONNX file is larger, as it is one protobuf message. */
  static final long MOST_BYTES = Integer.MAX_VALUE;

  /** That all added ones may have together. */
  static final long MOST_BYTES_TOGETHER = 8L << 30;

  private static final Logger LOG = Logger.getLogger(ModelArrivals.class.getName());
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");
  private static final int DIGITS_OF_NAME = 12;

  private final Shelf shelf;
  private final ModelFiles files;
  private final ModelProof proof;
  private final Clock clock;
  private final Semaphore turn = new Semaphore(1);

  @Inject
  public ModelArrivals(Shelf shelf, ModelFiles files, ModelProof proof, Clock clock) {
    this.shelf = shelf;
    this.files = files;
    this.proof = proof;
    this.clock = clock;
  }

  /** For the container's proxy. */
  ModelArrivals() {
    this(null, null, null, null);
  }

  /**
   * A model that is on the shelf now.
   *
   * @param isNew whether it was not there before
   */
  record Added(ShelfModel model, boolean isNew) {}

  /**
   * Takes a model in.
   *
   * @param name what it is to be called; empty for the first digits of its hash
   * @param sha256 that it must have; empty for any
   * @throws InvalidInput where it is not this one, or cannot be used, with the reason
   * @throws Conflict where another has its name
   * @throws NotStored where there is no room
   * @throws Unavailable where another is on its way
   */
  Added add(InputStream body, Optional<String> name, Optional<String> sha256) {
    name.ifPresent(
        given ->
            require(NAME, "name", given, "1 to 64 letters, digits, dots, underscores or dashes"));
    sha256.ifPresent(given -> require(SHA256, "sha256", given, "64 hexadecimal digits"));
    if (!turn.tryAcquire()) {
      throw new Unavailable("Another model is on its way.", 5);
    }
    Path part = null;
    try {
      part = files.part(name.orElse("model"));
      return added(ModelReceipt.of(body, part, MOST_BYTES), part, name, sha256);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "a model cannot be stored: {0}", e.toString());
      throw new NotStored("The model cannot be stored: no file can be made for it.");
    } finally {
      drop(part);
      turn.release();
    }
  }

  private static void require(Pattern form, String field, String given, String allowed) {
    if (!form.matcher(given).matches()) {
      throw new InvalidInput("%s must be %s.".formatted(field, allowed));
    }
  }

  private void drop(Path part) {
    try {
      if (part != null) {
        files.drop(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Added added(
      ModelReceipt receipt, Path part, Optional<String> name, Optional<String> sha256)
      throws IOException {
    String hash = receipt.sha256();
    if (sha256.isPresent() && !sha256.get().equalsIgnoreCase(hash)) {
      throw new InvalidInput(
          "The model that came has the sha256 %s, not %s; fetch it again."
              .formatted(hash, sha256.get().toLowerCase(Locale.ROOT)));
    }
    List<ShelfModel> all = shelf.all();
    Optional<ShelfModel> there =
        all.stream().filter(model -> model.sha256().equals(hash)).findFirst();
    if (there.isPresent() && there.get().origin() != ShelfModel.Origin.SET) {
      if (!there.get().isBundled()) {
        files.keep(part, hash); // where its file was damaged or gone, it is mended
      }
      return new Added(there.get(), false);
    }
    String called = name.orElse(hash.substring(0, DIGITS_OF_NAME));
    requireFree(called, hash, all);
    requireRoom(receipt.bytes());
    ModelCard card = prove(part, called);
    files.keep(part, hash);
    ShelfModel model =
        new ShelfModel(card, ShelfModel.Origin.ADDED, receipt.bytes(), clock.instant());
    shelf.keep(model);
    LOG.log(Level.INFO, "model {0} ({1}) added", new Object[] {called, hash});
    return new Added(model, true);
  }

  private static void requireFree(String name, String sha256, List<ShelfModel> all) {
    boolean taken =
        BundledModel.named(name).isPresent()
            || all.stream()
                .anyMatch(model -> model.name().equals(name) && !model.sha256().equals(sha256));
    if (taken) {
      throw new Conflict("Another model is called %s; choose another name.".formatted(name));
    }
  }

  private void requireRoom(long bytes) {
    if (shelf.added() >= MOST) {
      throw new NotStored("The shelf has %d models already; remove one.".formatted(shelf.added()));
    }
    if (shelf.addedBytes() + bytes > MOST_BYTES_TOGETHER) {
      throw new NotStored(
          "The models on the shelf have %d bytes of %d already; remove one."
              .formatted(shelf.addedBytes(), MOST_BYTES_TOGETHER));
    }
  }

  private ModelCard prove(Path file, String name) {
    try {
      return proof.look(file, name);
    } catch (ModelException e) {
      // nobody else needs to know where it lay
      String sentence = e.getMessage().replace(file.toString(), file.getFileName().toString());
      throw e.isOfThisMachine() ? new Unavailable(sentence, 60) : new InvalidInput(sentence);
    }
  }
}
