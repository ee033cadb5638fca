package launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A running server of this checkout that may be hurt, and is mended again: it starts by the line
 * and the settings that its process had, as the system tells them.
 */
final class Victim {
  private static final Path PROCESSES = Path.of("/proc");
  private static final String TEMPORARY = "-Djava.io.tmpdir=";
  private static final long END_LIMIT_S = 20;

  private final Path folder;
  private ServerFile file;
  private List<String> command = List.of();
  private List<String> settings = List.of();
  private Path workingFolder = Path.of(".");
  private boolean killed;
  private boolean frozen;

  Victim(Path folder, ServerFile file) {
    this.folder = folder;
    this.file = file;
  }

  String name() {
    return file.name();
  }

  ServerFile server() {
    return file;
  }

  /** Whether this system tells how a process was started. */
  static boolean canStartAgain() {
    return Files.isDirectory(PROCESSES.resolve("self"));
  }

  /** False once somebody else ended it: it is left alone then. */
  boolean isOurs() {
    return file.exists();
  }

  /** As {@code kill -9}; who follows the server is told that it comes back. */
  synchronized void kill() throws IOException, InterruptedException {
    Path process = PROCESSES.resolve(Long.toString(file.pid()));
    command = words(process.resolve("cmdline"));
    settings = words(process.resolve("environ"));
    workingFolder = process.resolve("cwd").toRealPath();
    file.write(file.pid(), true);
    killed = true;
    ProcessHandle.of(file.pid()).ifPresent(ProcessHandle::destroyForcibly);
    awaitEnd();
  }

  private void awaitEnd() throws InterruptedException {
    Optional<ProcessHandle> process = ProcessHandle.of(file.pid());
    for (long waited = 0;
        process.isPresent() && process.get().isAlive() && waited < END_LIMIT_S * 10;
        waited++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  synchronized void freeze() throws IOException, InterruptedException {
    frozen = true;
    signal("-STOP");
  }

  /** Undoes whatever was done; a server that somebody ended meanwhile stays ended. */
  synchronized void mend() throws IOException, InterruptedException {
    if (frozen) {
      frozen = false;
      signal("-CONT");
    }
    if (killed && isOurs()) {
      killed = false;
      awaitEnd();
      start();
    }
  }

  private void start() throws IOException {
    command.stream()
        .filter(word -> word.startsWith(TEMPORARY))
        .map(word -> Path.of(word.substring(TEMPORARY.length())))
        .forEach(Victim::empty);
    Path old = file.log().resolveSibling(file.log().getFileName() + ".1");
    Files.move(file.log(), old, StandardCopyOption.REPLACE_EXISTING);
    ProcessBuilder builder = new ProcessBuilder(command).directory(workingFolder.toFile());
    builder.environment().clear();
    for (String setting : settings) {
      int sign = setting.indexOf('=');
      if (sign > 0) {
        builder.environment().put(setting.substring(0, sign), setting.substring(sign + 1));
      }
    }
    Process process =
        builder
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(file.log().toFile())
            .start();
    file.write(process.pid(), false);
    file = ServerFile.read(folder, file.name());
  }

  /** What a killed server left in its folder for temporary files. */
  private static void empty(Path temporary) {
    try {
      if (Files.exists(temporary)) {
        try (Stream<Path> all = Files.walk(temporary)) {
          for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
            Files.deleteIfExists(path);
          }
        }
      }
      Files.createDirectories(temporary);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void signal(String signal) throws IOException, InterruptedException {
    new ProcessBuilder("kill", signal, Long.toString(file.pid())).start().waitFor();
  }

  private static List<String> words(Path file) throws IOException {
    String all = Files.readString(file, StandardCharsets.UTF_8);
    return new ArrayList<>(List.of(all.split("\0")));
  }
}
