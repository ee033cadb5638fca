package edgeai.cli.run;

import edgeai.cli.console.CommandRefusal;
import edgeai.cli.machine.ProcessorDemand;
import edgeai.cli.server.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Asks servers to end, and insists after a while. */
public final class ServerStopper {
  /**
   * As long as a server may take to say goodbye, and a little more. Of a time counts the share of
   * the processor that the servers got of what they asked for.
   */
  private static final Duration ASKED = Duration.ofSeconds(16);

  /** Servers themselves cut an end short a little earlier, whatever they get. */
  private static final Duration LATEST = Duration.ofSeconds(125);

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
    stop(names, run -> true);
  }

  /**
   * The same for those alone that a command started: servers of these names may be another's by
   * now.
   */
  void stopOf(long command, List<String> names) throws InterruptedException {
    stop(names, run -> run.command() == command);
  }

  private void stop(List<String> names, Predicate<RunFile> meant) throws InterruptedException {
    List<RunFile> stopping = new ArrayList<>();
    List<Path> left = new ArrayList<>();
    for (String name : names) {
      Optional<RunFile> run = servers.read(name);
      if (run.filter(meant.negate()).isPresent()) {
        continue;
      }
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
    Map<Long, ProcessorDemand> before = demands(stopping);
    Duration counted = Duration.ZERO;
    Duration insisted = Duration.ZERO;
    List<RunFile> rest = stopping;
    while (!rest.isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
      rest = rest.stream().filter(this::isAlive).toList();
      Map<Long, ProcessorDemand> now = demands(rest);
      counted = counted.plusNanos((long) (PAUSE_MS * 1e6 * share(before, now)));
      before = now;
      boolean late = System.nanoTime() - start > LATEST.toNanos();
      if (late || counted.compareTo(asked) > 0) {
        insisted = insisted.plusMillis(PAUSE_MS);
        rest.forEach(run -> ProcessHandle.of(run.pid()).ifPresent(ProcessHandle::destroyForcibly));
      }
      if (!rest.isEmpty() && insisted.compareTo(INSISTED) > 0) {
        throw new CommandRefusal(
            rest.stream()
                .map(run -> run.pid() + "/" + run.name())
                .collect(Collectors.joining(" ", "these processes cannot be ended: ", "")));
      }
    }
  }

  private static Map<Long, ProcessorDemand> demands(List<RunFile> runs) {
    Map<Long, ProcessorDemand> demands = new HashMap<>();
    runs.forEach(
        run ->
            ProcessHandle.of(run.pid())
                .ifPresent(process -> demands.put(run.pid(), ProcessorDemand.of(process))));
    return demands;
  }

  /** Of the one that got the least; the others are waited for with it. */
  private static double share(Map<Long, ProcessorDemand> before, Map<Long, ProcessorDemand> now) {
    return now.entrySet().stream()
        .filter(entry -> before.containsKey(entry.getKey()))
        .mapToDouble(entry -> entry.getValue().shareSince(before.get(entry.getKey())))
        .min()
        .orElse(1);
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
