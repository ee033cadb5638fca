package edgeai.settings;

import static edgeai.settings.Program.ADMIN;
import static edgeai.settings.Program.CAMERA;
import static edgeai.settings.Program.COMMAND;
import static edgeai.settings.Program.COORDINATOR;
import static edgeai.settings.Program.WORKER;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Where servers listen and keep what they have, and who may call them. */
public final class ServerCatalogue {
  private static final Kind<Integer> A_PORT = Kind.integer(1, 65_535);
  private static final String LISTENS = "the address the server listens on";
  private static final String ITS_PORT = "its port";

  public static final Setting<String> HOST =
      Setting.of("HOST", Kind.text(), Fallback.to("127.0.0.1"), LISTENS, COORDINATOR, ADMIN);

  /** The address from which a worker reaches its coordinator. */
  public static final Setting<String> WORKER_HOST =
      Setting.of(
          "HOST",
          Kind.text(),
          Fallback.made("the address towards its coordinator", WorkerCatalogue::here),
          LISTENS,
          WORKER,
          CAMERA);

  public static final Setting<Integer> COORDINATOR_PORT =
      Setting.of("PORT", A_PORT, Fallback.to(8000), ITS_PORT, COORDINATOR);

  public static final Setting<Integer> ADMIN_PORT =
      Setting.of("PORT", A_PORT, Fallback.to(8001), ITS_PORT, ADMIN);

  public static final Setting<Integer> WORKER_PORT =
      Setting.of("PORT", A_PORT, Fallback.to(9001), ITS_PORT, WORKER);

  /** What the command gives to cameras; without it they are workers. */
  public static final Setting<Integer> CAMERA_PORT =
      Setting.of(
          "PORT", A_PORT, Fallback.to(9101, "9101; without the command 9001"), ITS_PORT, CAMERA);

  public static final Setting<Path> DATA_DIR =
      Setting.of(
              "DATA_DIR",
              Kind.path(),
              Fallback.made(
                  "data; with the command: .edge/data", in -> Path.of("data").toAbsolutePath()),
              "the folder for database, uploads, fetched models and caches; the servers that the"
                  + " command starts together have a folder each in it")
          .forServers();

  public static final Setting<List<String>> CORS_ORIGINS =
      Setting.of(
              "CORS_ORIGINS",
              Kind.list(),
              Fallback.none("same host name or loopback, any port"),
              "origins, separated by commas, whose pages may call this server; * for all")
          .forServers();

  /** Mutual TLS: for servers that nobody calls but others of this project. */
  public static final Setting<Path> TLS_CLIENT_CA =
      Setting.of(
              "TLS_CLIENT_CA",
              Kind.path(),
              Fallback.none("callers need none"),
              "a PEM file with authorities: whoever calls, browsers too, needs a certificate of one;"
                  + " servers show that in `TLS_CERT`")
          .forServers();

  public static final Setting<List<String>> ALLOWED_HOSTS =
      Setting.of(
              "ALLOWED_HOSTS",
              Kind.list(),
              Fallback.none(
                  "on loopback its names and addresses; elsewhere any address, and names"
                      + " that exist in private networks only"),
              "further names, separated by commas, by which this server may be asked, such as the"
                  + " one that a proxy hands on; * for any")
          .forServers();

  public static final Setting<URI> PUBLIC_URL =
      Setting.of(
          "PUBLIC_URL",
          Kind.address(),
          Fallback.none("the one that a browser asks for"),
          "the address by which browsers reach this server, where a proxy hands on another: the"
              + " provider of logins leads back to it",
          COORDINATOR,
          ADMIN);

  /** With {@link #TLS_KEY} what makes a server speak TLS, and TLS alone. */
  public static final Setting<Path> TLS_CERT =
      Setting.of(
              "TLS_CERT",
              Kind.path(),
              Fallback.none("plain HTTP"),
              "a PEM file with this server's certificate and those that lead to its authority")
          .forServers();

  public static final Setting<Path> TLS_KEY =
      Setting.of(
              "TLS_KEY",
              Kind.path(),
              Fallback.none(),
              "a PEM file with the private key of `TLS_CERT`, readable by its owner alone")
          .forServers();

  public static final Setting<Path> TLS_CA =
      Setting.of(
              "TLS_CA",
              Kind.path(),
              Fallback.none("those that Java trusts"),
              "a PEM file with further authorities by whose certificates other servers are known")
          .forServers();

  public static final Setting<Integer> MAX_WEBSOCKET_CLIENTS =
      Setting.of(
          "MAX_WEBSOCKET_CLIENTS",
          Kind.integer(1, 10_000),
          Fallback.to(500),
          "dashboards, and at the admin server camera nodes, that listen at the same time",
          COORDINATOR,
          ADMIN);

  public static final Setting<Integer> MAX_CONNECTIONS =
      Setting.of(
              "MAX_CONNECTIONS",
              Kind.integer(64, 100_000),
              Fallback.to(4_000),
              "connections that are open at the same time; fewer where the process may not open as"
                  + " many files")
          .forServers();

  public static final Setting<Integer> MAX_CONNECTIONS_OF_ADDRESS =
      Setting.of(
              "MAX_CONNECTIONS_OF_ADDRESS",
              Kind.integer(1, 100_000),
              Fallback.to(500),
              "of them those of one address, of IPv6 one network; this machine's own may have all;"
                  + " raise it where a proxy on another machine stands in front")
          .forServers();

  /** Read by the C library of every process that the command starts. */
  public static final Setting<Integer> MALLOC_ARENA_MAX =
      Setting.of(
          "MALLOC_ARENA_MAX",
          Kind.integer(1, 1_000),
          Fallback.to(2),
          "memory pools of the C library in each server, else one per thread; read from the"
              + " environment alone where a server is started without the command",
          COMMAND);

  static final List<Setting<?>> ALL =
      List.of(
          HOST,
          WORKER_HOST,
          COORDINATOR_PORT,
          WORKER_PORT,
          CAMERA_PORT,
          ADMIN_PORT,
          DATA_DIR,
          CORS_ORIGINS,
          ALLOWED_HOSTS,
          PUBLIC_URL,
          TLS_CERT,
          TLS_KEY,
          TLS_CA,
          TLS_CLIENT_CA,
          MAX_WEBSOCKET_CLIENTS,
          MAX_CONNECTIONS,
          MAX_CONNECTIONS_OF_ADDRESS,
          MALLOC_ARENA_MAX);

  private ServerCatalogue() {}
}
