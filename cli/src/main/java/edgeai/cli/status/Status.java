package edgeai.cli.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import edgeai.cli.client.Knock;
import edgeai.cli.client.PoolClient;
import edgeai.cli.client.Web;
import edgeai.cli.console.Table;
import edgeai.cli.run.FoundServer;
import edgeai.cli.run.RunFile;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The servers of this checkout, others of this machine, and the workers elsewhere that their
 * coordinator knows.
 */
public final class Status {
  private static final String NONE = "-";
  private static final String HERE = "here";

  private final Web web;
  private final Table table =
      new Table(false, "SERVER", "ADDRESS", "PID", "OF", "STATE", "MODEL", "PROVIDER");
  private boolean allReady = true;
  private boolean hasOwn;
  private int rows;

  private Status(Web web) {
    this.web = web;
  }

  /**
   * Asks servers how they are.
   *
   * @param servers of this checkout
   * @param others of this machine, which get no token of ours
   * @param ports where further ones are looked for
   */
  public static Status of(
      List<RunFile> servers, List<FoundServer> others, Set<Integer> ports, Web web)
      throws InterruptedException {
    Status status = new Status(web);
    status.fill(servers, others, ports);
    return status;
  }

  /** A line per server. */
  public List<String> lines() {
    return table.lines();
  }

  /** Whether there is none at all. */
  public boolean isEmpty() {
    return rows == 0;
  }

  /** Whether every server of this checkout is ready; where there is none, every other. */
  public boolean isAllReady() {
    return allReady;
  }

  private void fill(List<RunFile> servers, List<FoundServer> others, Set<Integer> ports)
      throws InterruptedException {
    hasOwn = !servers.isEmpty();
    Map<URI, JsonNode> pool = pool(servers);
    Set<Integer> silent = new TreeSet<>(ports);
    for (RunFile server : servers) {
      JsonNode worker = pool.remove(server.address());
      boolean ready = web.isReady(server.address());
      allReady &= ready;
      JsonNode own = worker == null ? web.health(server.address()) : worker;
      String state = ready ? stateOf(own) : "not ready";
      row(server.name(), server.address(), Long.toString(server.pid()), HERE, state, own);
      silent.remove(server.address().getPort());
    }
    for (FoundServer other : others) {
      JsonNode health = health(other.address());
      pool.remove(other.address());
      String pid = Long.toString(other.pid());
      row(other.name(), other.address(), pid, other.user(), stateOfOther(health), health);
      silent.remove(other.address().getPort());
    }
    for (int port : silent) {
      Optional<AnsweringPort> answering = AnsweringPort.at(port);
      if (answering.isPresent()) {
        AnsweringPort one = answering.get();
        pool.remove(one.address());
        row(one.kind(), one.address(), NONE, NONE, stateOfOther(one.health()), one.health());
      }
    }
    pool.forEach(
        (address, worker) ->
            row(text(worker, "worker_id"), address, NONE, NONE, text(worker, "status"), worker));
  }

  /** Without a token of ours, which one of another might keep. */
  private static JsonNode health(URI server) throws InterruptedException {
    try {
      return Web.read(Knock.at(server.resolve("/health"), Optional.empty()).body());
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  private String stateOfOther(JsonNode health) {
    boolean ready = health.path("ready").asBoolean(false);
    allReady &= ready || hasOwn;
    return ready ? stateOf(health) : "not ready";
  }

  /** A camera may be ready and told not to watch. */
  private static String stateOf(JsonNode server) {
    return server.path("camera").path("state").asText("").equals("stopped") ? "stopped" : "ready";
  }

  private void row(
      String name, URI address, String pid, String whose, String state, JsonNode known) {
    // a coordinator tells of its model in a part of its own
    JsonNode model = known.path("model").isObject() ? known.path("model") : known;
    String called = model == known ? text(known, "model") : text(model, "name");
    table.row(name, address.toString(), pid, whose, state, called, text(model, "provider"));
    rows++;
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
