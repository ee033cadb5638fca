package edgeai.cli.status;

import com.fasterxml.jackson.databind.JsonNode;
import edgeai.cli.client.PoolClient;
import edgeai.cli.client.Web;
import edgeai.cli.console.Table;
import edgeai.cli.run.RunFile;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The servers of this checkout, and the workers elsewhere that their coordinator knows. */
public final class Status {
  private static final String NONE = "-";

  private final Web web;
  private final Table table =
      new Table(false, "SERVER", "ADDRESS", "PID", "STATE", "MODEL", "PROVIDER");
  private boolean allReady = true;

  private Status(Web web) {
    this.web = web;
  }

  /** Asks servers how they are. */
  public static Status of(List<RunFile> servers, Web web) throws InterruptedException {
    Status status = new Status(web);
    status.fill(servers);
    return status;
  }

  /** A line per server. */
  public List<String> lines() {
    return table.lines();
  }

  /** Whether every server of this checkout is ready. */
  public boolean isAllReady() {
    return allReady;
  }

  private void fill(List<RunFile> servers) throws InterruptedException {
    Map<URI, JsonNode> pool = pool(servers);
    for (RunFile server : servers) {
      JsonNode worker = pool.remove(server.address());
      boolean ready = web.isReady(server.address());
      allReady &= ready;
      JsonNode own = worker == null ? web.health(server.address()) : worker;
      String state = ready ? stateOf(own) : "not ready";
      row(server.name(), server.address(), Long.toString(server.pid()), state, own);
    }
    pool.forEach(
        (address, worker) ->
            row(text(worker, "worker_id"), address, NONE, text(worker, "status"), worker));
  }

  /** A camera may be ready and told not to watch. */
  private static String stateOf(JsonNode server) {
    return server.path("camera").path("state").asText("").equals("stopped") ? "stopped" : "ready";
  }

  private void row(String name, URI address, String pid, String state, JsonNode known) {
    table.row(name, address.toString(), pid, state, text(known, "model"), text(known, "provider"));
  }

  private static String text(JsonNode known, String field) {
    return known.path(field).asText(NONE);
  }

  private Map<URI, JsonNode> pool(List<RunFile> servers) throws InterruptedException {
    Map<URI, JsonNode> pool = new LinkedHashMap<>();
    for (RunFile server : servers) {
      if (server.isCoordinator()) {
        try {
          for (JsonNode worker : new PoolClient(web, server.address()).workers()) {
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
  private static URI address(RunFile coordinator, JsonNode worker) {
    if (worker.path("worker_id").asText().equals("coordinator-local")) {
      return coordinator.address();
    }
    String host = worker.path("host").asText("unknown");
    String written = host.contains(":") ? "[" + host + "]" : host;
    String scheme = isSecure(worker) ? "https" : "http";
    return URI.create("%s://%s:%d".formatted(scheme, written, worker.path("port").asInt()));
  }

  /** Workers that speak TLS say so among what they can. */
  private static boolean isSecure(JsonNode worker) {
    for (JsonNode capability : worker.path("capabilities")) {
      if (capability.asText().startsWith("https;")) {
        return true;
      }
    }
    return false;
  }
}
