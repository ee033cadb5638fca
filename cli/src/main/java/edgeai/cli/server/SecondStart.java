package edgeai.cli.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a server needs that starts again by the line it had, after one that was killed. */
public final class SecondStart {
  private static final String TEMPORARY = "-Djava.io.tmpdir=";

  private SecondStart() {}

  /** Empties the folder for temporary files, and puts there what the first start did. */
  public static void prepare(List<String> line) throws IOException {
    Optional<Path> temporary = path(line, TEMPORARY);
    if (temporary.isPresent()) {
      Folders.delete(temporary.get());
      Files.createDirectories(temporary.get());
    }
    int root = line.indexOf(FlatRuntime.ROOT);
    Optional<Path> runtime = path(line, FlatRuntime.FOLDER);
    if (runtime.isPresent() && root >= 0) {
      new FlatRuntime(runtime.get()).makeRoot(Path.of(line.get(root + 1)));
    }
  }

  private static Optional<Path> path(List<String> line, String beginning) {
    return line.stream()
        .filter(word -> word.startsWith(beginning))
        .map(word -> Path.of(word.substring(beginning.length())))
        .findFirst();
  }
}
