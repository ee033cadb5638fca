package edgeai.cli.command;

import edgeai.cli.machine.ReturnAddress;
import edgeai.cli.machine.ServerAddress;
import edgeai.cli.place.Environment;
import edgeai.cli.run.ServerPlan;
import edgeai.settings.InferenceCatalogue;
import edgeai.settings.ServerCatalogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The servers of a pool on this machine. Each has a folder in the one for data, since each owns its
 * database.
 */
final class PoolPlans {
  private static final String LOOPBACK = "127.0.0.1";

  private final PoolPorts ports;
  private final String host;
  private final Path data;
  private final boolean suited;
  private final boolean secure;
  private final List<ServerPlan> plans = new ArrayList<>();

  /**
   * @param suited whether a model is set, for whatever cameras watch
   * @param secure whether all of them speak TLS
   */
  private PoolPlans(PoolPorts ports, String host, Path data, boolean suited, boolean secure) {
    this.ports = ports;
    this.host = host;
    this.data = data;
    this.suited = suited;
    this.secure = secure;
  }

  /**
   * In the order in which they are started.
   *
   * @param source what the cameras watch
   */
  static List<ServerPlan> of(
      PoolPorts ports, Environment environment, Path data, CameraSource source) {
    boolean suited = environment.get(InferenceCatalogue.MODEL.name()).isPresent();
    boolean secure = environment.get(ServerCatalogue.TLS_CERT.name()).isPresent();
    PoolPlans pool =
        new PoolPlans(ports, Usual.of(ServerCatalogue.HOST, environment), data, suited, secure);
    pool.add(source);
    return List.copyOf(pool.plans);
  }

  /** Servers beside each other on one machine infer with a share of its cores each. */
  static Environment sharingCores(PoolPorts ports, Environment environment) {
    return ports.workers() + ports.cameras() == 0
        ? environment
        : environment.orElse("INFER_CALLERS", "1").orElse("INFER_THREADS", "1");
  }

  private void add(CameraSource source) {
    Map<String, String> reporting = Map.of();
    if (ports.withAdmin()) {
      String admin = ServerAddress.of(host, ports.admin(), secure).toString();
      reporting = Map.of("ADMIN_URL", admin);
      plans.add(plan("admin", "admin-war", host, ports.admin(), "--admin-port", Map.of()));
    }
    plans.add(
        plan("coordinator", "coordinator-war", host, ports.coordinator(), "--port", reporting));
    String coordinator = ServerAddress.of(host, ports.coordinator(), secure).toString();
    String workerHost = ReturnAddress.towards(coordinator);
    for (int i = 0; i < ports.workers(); i++) {
      String name = "worker-" + (i + 1);
      plans.add(
          plan(name, "worker-war", workerHost, ports.worker() + i, "--worker-port", reporting)
              .with("COORDINATOR_URL", coordinator)
              .with("WORKER_ID", name)
              .with("ADVERTISE_ADDRESS", workerHost)
              .with("CAMERA_SOURCE", ""));
    }
    for (int i = 0; i < ports.cameras(); i++) {
      String name = "camera-" + (i + 1);
      ServerPlan plan =
          plan(name, "worker-war", LOOPBACK, ports.camera() + i, "--camera-port", reporting);
      plans.add(camera(suited ? plan : modelled(plan, source), source, name, "Camera " + (i + 1)));
    }
  }

  private ServerPlan plan(
      String name, String module, String at, int port, String option, Map<String, String> more) {
    return new ServerPlan(name, module, at, port, option, data.resolve(name), more);
  }

  private static ServerPlan modelled(ServerPlan plan, CameraSource source) {
    return source
        .model()
        .map(model -> plan.with(InferenceCatalogue.WORKER_MODEL.name(), model))
        .orElse(plan);
  }

  /** What makes a camera of a worker. */
  static ServerPlan camera(ServerPlan plan, CameraSource source, String id, String name) {
    return plan.with("CAMERA_SOURCE", source.value())
        .with("CAMERA_ID", id)
        .with("CAMERA_NAME", name)
        .with("WORKER_ID", id)
        .with("COORDINATOR_URL", "");
  }
}
