package edgeai.cli.dist;

import edgeai.cli.console.Console;
import edgeai.cli.run.Session;
import edgeai.cli.server.ClassArchive;
import edgeai.cli.server.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The class archive in the archives of one platform: made by a start of their own runtime, once, as
 * all have the same runtime and the same libraries.
 */
final class StagedClasses {
  /** What is worth something only where the class archive was made. */
  private static final List<String> LEFT_OVER = List.of("lock", "made.log");

  private final Console console;
  private final Session session;
  private Path made;

  /**
   * @param session ends what is started for it
   */
  StagedClasses(Console console, Session session) {
    this.console = console;
    this.session = session;
  }

  /**
   * Puts it in.
   *
   * @param stage whose files have the time that they will have when they are unpacked; the first
   *     has a coordinator
   */
  void put(Stage stage, Installation installation, Path runtime)
      throws IOException, InterruptedException {
    Path target = installation.classArchives();
    if (made != null) {
      stage.put(made, stage.folder().toRealPath().relativize(target).toString());
      return;
    }
    new ClassArchive(installation, runtime)
        .ensure(said -> console.event("dist", said), session::begin);
    made = Files.createDirectories(target);
    try (Stream<Path> all = Files.walk(target)) {
      for (Path file : all.toList()) {
        if (LEFT_OVER.contains(file.getFileName().toString())) {
          Files.delete(file);
        }
      }
    }
  }
}
