package edgeai.benchmark.efficiency;

import edgeai.benchmark.Run;
import edgeai.systemtests.fixture.ServerProcess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A coordinator with its workers, as processes of their own on this machine. */
final class Arrangement implements AutoCloseable {
  private final List<ServerProcess> servers = new ArrayList<>();
  private final List<ServerProcess> inferring = new ArrayList<>();

  private Arrangement() {}

  /**
   * Starts servers and waits until all of them can work.
   *
   * @param remote workers beside the coordinator; with none of them it infers itself
   */
  static Arrangement start(Run run, Sharing sharing, int remote) {
    Arrangement arrangement = new Arrangement();
    try {
      arrangement.startAll(run, sharing, remote);
      return arrangement;
    } catch (RuntimeException | Error e) {
      arrangement.close();
      throw e;
    }
  }

  private void startAll(Run run, Sharing sharing, int remote) {
    Map<String, String> settings = new HashMap<>(sharing.among(Math.max(1, remote)).settings());
    settings.put("MODEL", run.model().toAbsolutePath().toString());
    settings.put("MALLOC_ARENA_MAX", "2");
    settings.put("LOCAL_WORKER", String.valueOf(remote == 0));
    servers.add(ServerProcess.coordinator("bench-coordinator", settings).awaitReady());
    for (int number = 1; number <= remote; number++) {
      inferring.add(ServerProcess.worker("bench-worker-" + number, coordinator().url(), settings));
    }
    inferring.forEach(ServerProcess::awaitReady);
    servers.addAll(inferring);
    if (remote == 0) {
      inferring.add(coordinator());
    }
  }

  ServerProcess coordinator() {
    return servers.get(0);
  }

  /** The servers on which the model runs. */
  List<ServerProcess> inferring() {
    return inferring;
  }

  @Override
  public void close() {
    servers.forEach(ServerProcess::close);
  }
}
