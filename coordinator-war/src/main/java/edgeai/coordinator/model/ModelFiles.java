package edgeai.coordinator.model;

import edgeai.common.vision.BundledModel;
import edgeai.common.vision.ModelException;
import edgeai.common.vision.ModelStore;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of models in {@code DATA_DIR}: added ones in {@code shelf}, each named after its hash;
 * those that come with the build are unpacked into {@code models} when they are needed.
 */
@ApplicationScoped
public class ModelFiles {
  private static final String PART = "part-";

  private final CoordinatorSettings settings;
  private final BundledModels bundled;
  private final Map<String, WholeFile> whole = new HashMap<>();

  @Inject
  public ModelFiles(CoordinatorSettings settings, BundledModels bundled) {
    this.settings = settings;
    this.bundled = bundled;
  }

  /** For the container's proxy. */
  ModelFiles() {
    this(null, null);
  }

  /**
   * Where the file of a model is, or should be.
   *
   * @throws ModelException where one of the build cannot be unpacked
   */
  Path of(String sha256) throws ModelException {
    Path added = added(sha256);
    Optional<BundledModel> ofBuild = Files.exists(added) ? Optional.empty() : bundled.of(sha256);
    if (ofBuild.isPresent()) {
      return unpacked(sha256, ofBuild.get());
    }
    Path ofEarlierBuild = new ModelStore(settings.dataDir()).file(sha256);
    return Files.exists(ofEarlierBuild) && !Files.exists(added) ? ofEarlierBuild : added;
  }

  private synchronized Path unpacked(String sha256, BundledModel model) throws ModelException {
    WholeFile known = whole.get(sha256);
    if (known != null && known.isUnchanged()) {
      return known.path();
    }
    Path file = model.in(settings.dataDir());
    try {
      whole.put(sha256, WholeFile.of(file));
    } catch (IOException e) {
      whole.remove(sha256); // it is looked at again
    }
    return file;
  }

  /** Where that of an added one is. */
  Path added(String sha256) {
    return folder().resolve(sha256 + ".onnx");
  }

  /** A file for one that comes, in a folder of its own so that it may have any name. */
  Path part(String name) throws IOException {
    return Files.createTempDirectory(folder(), PART).resolve(name + ".onnx");
  }

  /** What came is whole and proven. */
  void keep(Path part, String sha256) throws IOException {
    Files.move(part, added(sha256), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Keeps a copy of a file that lies elsewhere. */
  void copy(Path file, String sha256) throws IOException {
    if (Files.exists(added(sha256))) {
      return;
    }
    Path part = part(sha256);
    try {
      Files.copy(file, part);
      keep(part, sha256);
    } finally {
      drop(part);
    }
  }

  /** What is left of one that came goes. */
  void drop(Path part) throws IOException {
    Files.deleteIfExists(part);
    Files.deleteIfExists(part.getParent());
  }

  void delete(String sha256) throws IOException {
    Files.deleteIfExists(added(sha256));
  }

  /** Deletes what an interrupted upload left behind. */
  void dropParts() throws IOException {
    List<Path> parts;
    try (Stream<Path> all = Files.list(folder())) {
      parts = all.filter(file -> file.getFileName().toString().startsWith(PART)).toList();
    }
    for (Path part : parts) {
      try (Stream<Path> inside = Files.walk(part)) {
        for (Path file : inside.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private Path folder() {
    try {
      return Files.createDirectories(settings.dataDir().resolve("shelf"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
