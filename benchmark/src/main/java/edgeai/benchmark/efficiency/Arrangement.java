package edgeai.benchmark.efficiency;

import edgeai.benchmark.Run;
import edgeai.benchmark.servers.ServerCosts;
import edgeai.benchmark.servers.Started;
import edgeai.systemtests.fixture.ServerProcess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A coordinator with its workers, as processes of their own on this machine. */
final class Arrangement implements AutoCloseable {
  private final Run run;
  private final Sharing sharing;
  private final Started coordinator;
  private final List<ServerProcess> workers = new ArrayList<>();
  private boolean left;

  private Arrangement(Run run, Sharing sharing, String name, boolean local) {
    this.run = run;
    this.sharing = sharing;
    Map<String, String> settings = settings(sharing);
    settings.put("LOCAL_WORKER", String.valueOf(local));
    this.coordinator = Started.by(() -> ServerProcess.coordinator(name, settings));
  }

  /** Starts a coordinator that infers itself and waits until it can. */
  static Arrangement local(Run run, Sharing sharing) {
    return new Arrangement(run, sharing, "bench-coordinator-local", true);
  }

  /** Starts a coordinator that needs workers and waits until it is ready for them. */
  static Arrangement remote(Run run, Sharing sharing) {
    return new Arrangement(run, sharing, "bench-coordinator-remote", false);
  }

  /**
   * Has so many workers share the machine, in place of those before, and waits for them. One that
   * has it for itself is kept for who wants to know what its start took.
   */
  void workers(int number) {
    endWorkers();
    if (number == 1) {
      Started worker = Started.by(() -> worker(1, 1));
      workers.add(worker.server());
      run.kept().keep(ServerCosts.WORKER, worker);
      return;
    }
    for (int i = 1; i <= number; i++) {
      workers.add(worker(i, number));
    }
    workers.forEach(ServerProcess::awaitReady);
  }

  private ServerProcess worker(int one, int number) {
    return ServerProcess.worker(
        "bench-worker-%d-of-%d".formatted(one, number),
        coordinator().url(),
        settings(sharing.among(number)));
  }

  private Map<String, String> settings(Sharing part) {
    Map<String, String> settings = new HashMap<>(part.settings());
    settings.put("MODEL", run.model().toAbsolutePath().toString());
    settings.put("PROVIDER", run.provider());
    settings.put("MALLOC_ARENA_MAX", "2");
    return settings;
  }

  ServerProcess coordinator() {
    return coordinator.server();
  }

  List<ServerProcess> workers() {
    return workers;
  }

  /** The coordinator and all workers. */
  List<ServerProcess> servers() {
    List<ServerProcess> all = new ArrayList<>(workers);
    all.add(coordinator());
    return all;
  }

  /** Leaves the coordinator, without workers beside it, to the benchmarks that follow. */
  void leave(String name) {
    endWorkers();
    run.kept().keep(name, coordinator);
    left = true;
  }

  private void endWorkers() {
    workers.forEach(ServerProcess::terminate);
    workers.forEach(ServerProcess::close);
    workers.clear();
  }

  @Override
  public void close() {
    workers.forEach(ServerProcess::close);
    if (!left) {
      coordinator.close();
    }
  }
}
