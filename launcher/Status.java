package launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints the servers of this checkout, and the workers elsewhere that their coordinator knows. */
final class Status {
  private static final String NONE = "-";

  private final Web web = new Web();
  private final Table table =
      new Table(false, "SERVER", "ADDRESS", "PID", "STATE", "MODEL", "PROVIDER");
  private boolean allReady = true;

  public static void main(String[] args) throws IOException, InterruptedException {
    OneLocale.set();
    List<ServerFile> servers = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      servers.add(ServerFile.read(Path.of(args[0]), args[i]));
    }
    Status status = new Status();
    status.fill(servers);
    status.table.lines().forEach(System.out::println);
    System.exit(status.allReady ? 0 : 1);
  }

  private void fill(List<ServerFile> servers) throws InterruptedException {
    Map<URI, Map<String, Object>> pool = pool(servers);
    for (ServerFile server : servers) {
      Map<String, Object> worker = pool.remove(server.address());
      boolean ready = web.isReady(server.address());
      allReady &= ready;
      Map<String, Object> own = worker == null ? health(server.address()) : worker;
      String state = ready ? stateOf(own) : "not ready";
      row(server.name(), server.address(), Long.toString(server.pid()), state, own);
    }
    pool.forEach(
        (address, worker) ->
            row(
                Json.text(worker.get("worker_id"), NONE),
                address,
                NONE,
                Json.text(worker.get("status"), NONE),
                worker));
  }

  /** What a server that is in no pool says of itself; a camera names its model there. */
  private Map<String, Object> health(URI server) throws InterruptedException {
    try {
      return Json.object(Json.read(web.get(server.resolve("/health")).body()));
    } catch (IOException | IllegalArgumentException e) {
      return Map.of();
    }
  }

  /** A camera may be ready and told not to watch. */
  private static String stateOf(Map<String, Object> server) {
    String camera = Json.text(Json.object(server.get("camera")).get("state"), "ready");
    return camera.equals("stopped") ? "stopped" : "ready";
  }

  private void row(String name, URI address, String pid, String state, Map<String, Object> worker) {
    Map<String, Object> known = Json.object(worker);
    table.row(
        name,
        address.toString(),
        pid,
        state,
        Json.text(known.get("model"), NONE),
        Json.text(known.get("provider"), NONE));
  }

  private Map<URI, Map<String, Object>> pool(List<ServerFile> servers) throws InterruptedException {
    Map<URI, Map<String, Object>> pool = new LinkedHashMap<>();
    for (ServerFile server : servers) {
      if (server.isCoordinator()) {
        try {
          for (Object entry : new CoordinatorClient(web, server.address()).workers()) {
            Map<String, Object> worker = Json.object(entry);
            pool.put(address(server, worker), worker);
          }
        } catch (IOException e) {
          allReady = false;
        }
      }
    }
    return pool;
  }

  /** The coordinator's own worker is reached through the coordinator. */
  private static URI address(ServerFile coordinator, Map<String, Object> worker) {
    if ("coordinator-local".equals(worker.get("worker_id"))) {
      return coordinator.address();
    }
    String host = Json.text(worker.get("host"), "unknown");
    String written = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://%s:%.0f".formatted(written, Json.number(worker.get("port"))));
  }
}
