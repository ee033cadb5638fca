package edgeai.benchmark.synthetic;

import edgeai.benchmark.Run;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** A copy of the coordinator's WAR with the synthetic source in it. */
final class SyntheticWar {
  private static final List<String> ADDED = List.of("edgeai/coordinator", "edgeai/benchmark/load");

  private SyntheticWar() {}

  static Path build(Run run) throws IOException {
    Path war = run.scratch().resolve("synthetic-coordinator.war");
    Path original = run.root().resolve("coordinator-war/target/coordinator-war.war");
    Files.copy(original, war, StandardCopyOption.REPLACE_EXISTING);
    Path classes = run.root().resolve("benchmark/target/classes");
    try (FileSystem content = FileSystems.newFileSystem(war)) {
      for (String folder : ADDED) {
        copy(classes, classes.resolve(folder), content.getPath("WEB-INF/classes"));
      }
      Files.copy(histograms(), content.getPath("WEB-INF/lib/HdrHistogram.jar"));
    }
    return war;
  }

  private static void copy(Path root, Path folder, Path target) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Path copied = target.resolve(root.relativize(file).toString());
        Files.createDirectories(copied.getParent());
        Files.copy(file, copied, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static Path histograms() {
    return Path.of(Histogram.class.getProtectionDomain().getCodeSource().getLocation().getPath());
  }
}
