package edgeai.cli.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Set;

/** The files of a checkout that something is built from; links are not followed. */
final class Sources {
  private static final Set<String> NO_SOURCES = Set.of("target", "node_modules", "dist", "e2e");

  private static final String TESTS = "test";

  /** What the bundled models are, or are made of. */
  private static final Set<Path> OF_MODELS =
      Set.of(
          Path.of("model", "street.onnx"),
          Path.of("coco-model", "package-lock.json"),
          Path.of("coco-model", "coco.sha256"),
          Path.of("coco-model", "NOTICE"));

  private final Path root;
  private final Set<String> otherModules;
  private final boolean tests;

  private Sources(Path root, Set<String> otherModules, boolean tests) {
    this.root = root;
    this.otherModules = otherModules;
    this.tests = tests;
  }

  /**
   * Of what is delivered.
   *
   * @param otherModules whose sources what is built does not depend on
   */
  static Sources without(Path root, Set<String> otherModules) {
    return new Sources(root, otherModules, false);
  }

  /** All of them: those of tests too, of which the benchmark has servers and videos. */
  static Sources all(Path root) {
    return new Sources(root, Set.of(), true);
  }

  /** Whether a file is missing, or older than a source. */
  boolean areNewerThan(Path built) {
    try {
      if (!Files.isRegularFile(built)) {
        return true;
      }
      Search search = new Search(Files.getLastModifiedTime(built));
      Files.walkFileTree(root, search);
      return search.found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Search extends SimpleFileVisitor<Path> {
    private final FileTime built;
    private boolean found;

    private Search(FileTime built) {
      this.built = built;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (folder.equals(root)) {
        return FileVisitResult.CONTINUE;
      }
      String name = folder.getFileName().toString();
      boolean passedOver =
          isPassedOver(name)
              || name.startsWith(".")
              || folder.getParent().equals(root) && otherModules.contains(name);
      return passedOver ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      found =
          attributes.isRegularFile()
              && attributes.lastModifiedTime().compareTo(built) > 0
              && isSource(root.relativize(file));
      return found ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      // a file that was there a moment ago
      return FileVisitResult.CONTINUE;
    }
  }

  private boolean isPassedOver(String name) {
    return NO_SOURCES.contains(name) || !tests && name.equals(TESTS);
  }

  private boolean isSource(Path file) {
    String name = file.getFileName().toString();
    if (name.startsWith(".") || isPassedOver(name)) {
      return false;
    }
    boolean inSources = false;
    for (Path part : file) {
      inSources |= part.toString().equals("src") && !part.equals(file);
    }
    return inSources
        || name.equals("pom.xml")
        || OF_MODELS.contains(file)
        || file.getName(0).toString().equals("angular-apps") && name.endsWith(".json");
  }
}
