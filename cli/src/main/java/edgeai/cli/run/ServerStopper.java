package edgeai.cli.run;

import edgeai.cli.console.CommandRefusal;
import edgeai.cli.server.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Asks servers to end, and insists after a while. */
public final class ServerStopper {
  /** As long as a server may take to say goodbye, and a little more. */
  private static final Duration ASKED = Duration.ofSeconds(16);

  private static final Duration INSISTED = Duration.ofSeconds(2);
  private static final long PAUSE_MS = 200;

  private final RunFolder servers;
  private final Duration asked;

  public ServerStopper(RunFolder servers) {
    this(servers, ASKED);
  }

  /**
   * @param asked how long a server may take before it is killed
   */
  ServerStopper(RunFolder servers, Duration asked) {
    this.servers = servers;
    this.asked = asked;
  }

  /**
   * Returns when all of them are gone, with what they had outside their data.
   *
   * @throws CommandRefusal where a process cannot be ended
   */
  public void stop(List<String> names) throws InterruptedException {
    List<RunFile> stopping = new ArrayList<>();
    List<Path> left = new ArrayList<>();
    for (String name : names) {
      Optional<RunFile> run = servers.read(name);
      // first, since who follows it tells by this that the end was asked for
      delete(servers.file(name));
      run.flatMap(RunFile::outside).ifPresent(left::add);
      run.filter(this::isAlive).ifPresent(stopping::add);
    }
    stopping.forEach(run -> ProcessHandle.of(run.pid()).ifPresent(ProcessHandle::destroy));
    await(stopping);
    left.forEach(ServerStopper::delete);
  }

  private void await(List<RunFile> stopping) throws InterruptedException {
    long start = System.nanoTime();
    List<RunFile> rest = stopping;
    while (!rest.isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
      rest = rest.stream().filter(this::isAlive).toList();
      Duration waited = Duration.ofNanos(System.nanoTime() - start);
      if (waited.compareTo(asked) > 0) {
        rest.forEach(run -> ProcessHandle.of(run.pid()).ifPresent(ProcessHandle::destroyForcibly));
      }
      if (!rest.isEmpty() && waited.compareTo(asked.plus(INSISTED)) > 0) {
        throw new CommandRefusal(
            rest.stream()
                .map(run -> run.pid() + "/" + run.name())
                .collect(Collectors.joining(" ", "these processes cannot be ended: ", "")));
      }
    }
  }

  private boolean isAlive(RunFile run) {
    return servers.isOurs(run.pid(), run.name());
  }

  private static void delete(Path path) {
    try {
      if (Files.isDirectory(path)) {
        Folders.delete(path);
      } else {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new CommandRefusal("%s cannot be deleted: %s".formatted(path, e.getMessage()), e);
    }
  }
}
