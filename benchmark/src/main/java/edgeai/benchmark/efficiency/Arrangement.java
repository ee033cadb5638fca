package edgeai.benchmark.efficiency;

import edgeai.benchmark.Run;
import edgeai.benchmark.servers.ServerCosts;
import edgeai.benchmark.servers.Started;
import edgeai.systemtests.fixture.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A coordinator with its workers, as processes of their own on this machine. */
public final class Arrangement implements AutoCloseable {
  private final Run run;
  private final Sharing sharing;
  private final Started coordinator;
  private final List<ServerProcess> workers = new ArrayList<>();
  private Optional<CountingRelay> relay = Optional.empty();
  private Started single;
  private boolean left;

  private Arrangement(Run run, Sharing sharing, String name, boolean local) {
    this.run = run;
    this.sharing = sharing;
    Map<String, String> settings = settings(sharing);
    settings.put("LOCAL_WORKER", String.valueOf(local));
    this.coordinator = Started.by(() -> ServerProcess.coordinator(name, settings));
  }

  /** Starts a coordinator that infers itself and waits until it can. */
  public static Arrangement local(Run run, Sharing sharing) {
    return new Arrangement(run, sharing, "bench-coordinator-local", true);
  }

  /** Starts a coordinator that needs workers and waits until it is ready for them. */
  public static Arrangement remote(Run run, Sharing sharing) {
    return new Arrangement(run, sharing, "bench-coordinator-remote", false);
  }

  /**
   * Has so many workers share the machine, in place of those before, and waits for them. What
   * passes between a coordinator and one that has it for itself is counted, where the machine has
   * an address for that.
   */
  public void workers(int number) {
    endWorkers();
    if (number == 1) {
      single = Started.by(this::counted);
      workers.add(single.server());
      return;
    }
    for (int i = 1; i <= number; i++) {
      workers.add(worker(i, number, Map.of()));
    }
    workers.forEach(ServerProcess::awaitReady);
  }

  private ServerProcess counted() {
    ServerProcess worker = worker(1, 1, Map.of("ADVERTISE_ADDRESS", CountingRelay.HOST));
    try {
      relay = Optional.of(new CountingRelay(worker.port()));
      return worker;
    } catch (IOException e) {
      worker.close();
      return worker(1, 1, Map.of());
    }
  }

  private ServerProcess worker(int one, int number, Map<String, String> more) {
    Map<String, String> settings = settings(sharing.among(number));
    settings.putAll(more);
    return ServerProcess.worker(
        "bench-worker-%d-of-%d".formatted(one, number), coordinator().url(), settings);
  }

  private Map<String, String> settings(Sharing part) {
    Map<String, String> settings = new HashMap<>(part.settings());
    settings.put("MODEL", run.model().toAbsolutePath().toString());
    settings.put("PROVIDER", run.provider());
    settings.put("MALLOC_ARENA_MAX", "2");
    return settings;
  }

  /** Counts what passes between the coordinator and its one worker, where it can be counted. */
  Optional<CountingRelay> relay() {
    return relay;
  }

  public ServerProcess coordinator() {
    return coordinator.server();
  }

  List<ServerProcess> workers() {
    return workers;
  }

  /** The coordinator and all workers. */
  public List<ServerProcess> servers() {
    List<ServerProcess> all = new ArrayList<>(workers);
    all.add(coordinator());
    return all;
  }

  /** Tells who wants to know it what the start of the last worker took that was alone. */
  void leaveWorker() {
    run.kept().keep(ServerCosts.WORKER, single);
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
    endRelay();
  }

  private void endRelay() {
    try {
      if (relay.isPresent()) {
        relay.get().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    relay = Optional.empty();
  }

  @Override
  public void close() {
    workers.forEach(ServerProcess::close);
    endRelay();
    if (!left) {
      coordinator.close();
    }
  }
}
