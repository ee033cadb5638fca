package edgeai.benchmark.efficiency;

import edgeai.benchmark.Run;
import edgeai.systemtests.fixture.ServerProcess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A coordinator with its workers, as processes of their own on this machine. */
final class Arrangement implements AutoCloseable {
  private final Run run;
  private final Sharing sharing;
  private final ServerProcess coordinator;
  private final List<ServerProcess> workers = new ArrayList<>();

  private Arrangement(Run run, Sharing sharing, boolean local) {
    this.run = run;
    this.sharing = sharing;
    Map<String, String> settings = settings(sharing);
    settings.put("LOCAL_WORKER", String.valueOf(local));
    this.coordinator = ServerProcess.coordinator("bench-coordinator", settings);
  }

  /** Starts a coordinator that infers itself and waits until it can. */
  static Arrangement local(Run run, Sharing sharing) {
    return new Arrangement(run, sharing, true).ready();
  }

  /** Starts a coordinator that needs workers and waits until it is ready for them. */
  static Arrangement remote(Run run, Sharing sharing) {
    return new Arrangement(run, sharing, false).ready();
  }

  private Arrangement ready() {
    try {
      coordinator.awaitReady();
      return this;
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /** Has so many workers share the machine, in place of those before, and waits for them. */
  void workers(int number) {
    workers.forEach(ServerProcess::terminate);
    workers.forEach(ServerProcess::close);
    workers.clear();
    for (int i = 1; i <= number; i++) {
      String name = "bench-worker-%d-of-%d".formatted(i, number);
      workers.add(ServerProcess.worker(name, coordinator.url(), settings(sharing.among(number))));
    }
    workers.forEach(ServerProcess::awaitReady);
  }

  private Map<String, String> settings(Sharing part) {
    Map<String, String> settings = new HashMap<>(part.settings());
    settings.put("MODEL", run.model().toAbsolutePath().toString());
    settings.put("MALLOC_ARENA_MAX", "2");
    return settings;
  }

  ServerProcess coordinator() {
    return coordinator;
  }

  List<ServerProcess> workers() {
    return workers;
  }

  /** The coordinator and all workers. */
  List<ServerProcess> servers() {
    List<ServerProcess> all = new ArrayList<>(workers);
    all.add(coordinator);
    return all;
  }

  @Override
  public void close() {
    servers().forEach(ServerProcess::close);
  }
}
