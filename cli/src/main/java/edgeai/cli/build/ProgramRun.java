package edgeai.cli.build;

import edgeai.cli.place.Environment;
import edgeai.cli.run.Session;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs programs of this machine in a folder, of which only matters whether they succeed. */
final class ProgramRun {
  private final Path folder;
  private final Environment environment;
  private final Session session;

  ProgramRun(Path folder, Environment environment, Session session) {
    this.folder = folder;
    this.environment = environment;
    this.session = session;
  }

  /** False also where there is no such program. */
  boolean succeeds(String... command) throws InterruptedException {
    return succeeds(ProcessBuilder.Redirect.INHERIT, command);
  }

  /** As {@link #succeeds}, without what the program complains of. */
  boolean succeedsQuietly(String... command) throws InterruptedException {
    return succeeds(ProcessBuilder.Redirect.DISCARD, command);
  }

  private boolean succeeds(ProcessBuilder.Redirect complaints, String... command)
      throws InterruptedException {
    Optional<Path> program = new Programs(environment).find(command[0]);
    if (program.isEmpty()) {
      return false;
    }
    List<String> line = new ArrayList<>(List.of(command));
    line.set(0, program.get().toString());
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment.variables());
    builder.inheritIO().redirectInput(new File("/dev/null")).redirectError(complaints);
    try {
      Process process = builder.start();
      session.begin(process);
      return session.await(process) == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
