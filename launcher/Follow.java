package launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Follows the servers that the launcher started and says what happens to them. Ends with 1 where
 * one does not start or none is left, and ends the servers itself where the launcher was killed.
 */
final class Follow {
  private static final long PAUSE_MS = 250;
  private static final Duration PATIENCE = Duration.ofSeconds(7);

  private final ProcessHandle launcher;
  private final Optional<ProcessHandle> parent = ProcessHandle.current().parent();
  private final Console console;
  private final List<ServerWatch> watches;

  private Follow(long launcherPid, Console console, List<ServerWatch> watches) {
    this.launcher = ProcessHandle.of(launcherPid).orElse(null);
    this.console = console;
    this.watches = watches;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    OneLocale.set();
    long launcherPid = 0;
    int columns = 0;
    Path folder = Path.of(".");
    DemoOptions demo = null;
    SoakOptions soak = null;
    List<String> names = new ArrayList<>();
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--launcher" -> launcherPid = Long.parseLong(args[++i]);
        case "--columns" -> columns = Integer.parseInt(args[++i]);
        case "--run" -> folder = Path.of(args[++i]);
        case "--demo" -> demo = DemoOptions.of(Path.of(args[++i]), Path.of(args[++i]));
        case "--sample-fps" -> demo = demo.withSampleFps(args[++i]);
        case "--exit" -> demo = demo.withExit();
        case "--soak" ->
            soak =
                new SoakOptions(
                    Duration.ofMinutes(Long.parseLong(args[++i])),
                    Path.of(args[++i]),
                    Path.of(args[++i]),
                    Path.of(args[++i]));
        default -> names.add(args[i]);
      }
    }
    Console console = new Console(columns);
    Web web = new Web();
    List<ServerWatch> watches = new ArrayList<>();
    for (String name : names) {
      watches.add(new ServerWatch(ServerFile.read(folder, name), web, console));
    }
    System.exit(new Follow(launcherPid, console, watches).run(web, demo, soak));
  }

  private int run(Web web, DemoOptions demo, SoakOptions soak) throws InterruptedException {
    watches.forEach(watch -> inBackground(watch, watch.server().name()));
    inBackground(this::guardLauncher, "launcher");
    if (!untilReady()) {
      return 1;
    }
    console.event("edge", addresses());
    if (soak != null) {
      return soak(web, soak);
    }
    if (demo != null) {
      int status = new Demo(console, web, demo, watches).run();
      if (demo.exit()) {
        return status;
      }
    }
    watches.stream()
        .filter(watch -> !watch.isOver())
        .flatMap(watch -> watch.server().dashboard().stream())
        .forEach(dashboard -> console.event("edge", dashboard));
    console.event("edge", "stays up; Ctrl-C ends it");
    while (watches.stream().anyMatch(watch -> !watch.isOver())) {
      Thread.sleep(PAUSE_MS);
    }
    return watches.stream().anyMatch(watch -> watch.state() == ServerWatch.State.LEFT) ? 0 : 1;
  }

  private int soak(Web web, SoakOptions options) throws InterruptedException {
    try {
      return new Soak(console, web, options, watches).run();
    } catch (IOException e) {
      console.event(
          "soak",
          "nothing can be written into %s (%s): look whether the disk is full or it is another's"
              .formatted(options.into(), e.getMessage()));
      return 1;
    }
  }

  private static void inBackground(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  private boolean untilReady() throws InterruptedException {
    while (watches.stream().anyMatch(watch -> watch.state() == ServerWatch.State.STARTING)) {
      if (watches.stream().anyMatch(ServerWatch::isOver)) {
        return false;
      }
      Thread.sleep(PAUSE_MS);
    }
    return watches.stream().noneMatch(ServerWatch::isOver);
  }

  private String addresses() {
    return watches.stream()
        .filter(watch -> !watch.isOver())
        .map(watch -> watch.server().name() + " " + watch.server().address())
        .collect(Collectors.joining(", "));
  }

  /** A launcher that was killed outright cannot end its servers, so they are ended here. */
  private void guardLauncher() {
    try {
      while (launcher != null
          && launcher.isAlive()
          && ProcessHandle.current().parent().equals(parent)) {
        Thread.sleep(PAUSE_MS);
      }
      endServers();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }

  private void endServers() throws InterruptedException {
    List<ProcessHandle> servers =
        watches.stream().flatMap(watch -> watch.process().stream()).toList();
    servers.forEach(ProcessHandle::destroy);
    Instant limit = Instant.now().plus(PATIENCE);
    while (servers.stream().anyMatch(ProcessHandle::isAlive) && Instant.now().isBefore(limit)) {
      Thread.sleep(PAUSE_MS);
    }
    servers.forEach(ProcessHandle::destroyForcibly);
  }
}
