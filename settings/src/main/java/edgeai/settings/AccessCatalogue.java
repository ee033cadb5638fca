package edgeai.settings;

import static edgeai.settings.Program.CAMERA;
import static edgeai.settings.Program.COMMAND;
import static edgeai.settings.Program.COORDINATOR;
import static edgeai.settings.Program.WORKER;

import java.nio.file.Path;
import java.util.List;

/** Who may call servers, and as whom servers and command call others. */
public final class AccessCatalogue {
  public static final Setting<Path> ACCESS_FILE =
      Setting.of(
              "ACCESS_FILE",
              Kind.path(),
              Fallback.made(
                  "access in DATA_DIR; with the command: in the folder for data of all its servers",
                  in -> in.value(ServerCatalogue.DATA_DIR).resolve("access")),
              "tokens and accounts of those who may call; ./edge token and ./edge user change it")
          .forServers();

  public static final Setting<Boolean> EDGE_INSECURE =
      Setting.of(
              "EDGE_INSECURE",
              Kind.flag(),
              Fallback.to(false),
              "everybody who reaches the server may do everything, whatever address it listens on")
          .forServers();

  public static final Setting<List<Network>> TRUSTED_NODE_NETWORKS =
      Setting.of(
              "TRUSTED_NODE_NETWORKS",
              Kind.networks(),
              Fallback.none("none"),
              "networks, separated by commas, from which agents and cameras that cannot send a token"
                  + " are taken for nodes; whoever is there can be one")
          .forServers();

  public static final Setting<Path> TOKEN_FILE =
      Setting.of(
          "TOKEN_FILE",
          Kind.path(),
          Fallback.none("none"),
          "the file with the token that is sent: by a worker to its coordinator, by a camera and a"
              + " coordinator to the admin server, by the command to a coordinator",
          COORDINATOR,
          WORKER,
          CAMERA,
          COMMAND);

  static final List<Setting<?>> ALL =
      List.of(ACCESS_FILE, EDGE_INSECURE, TRUSTED_NODE_NETWORKS, TOKEN_FILE);

  private AccessCatalogue() {}
}
