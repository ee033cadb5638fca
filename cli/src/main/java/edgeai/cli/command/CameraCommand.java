package edgeai.cli.command;

import edgeai.cli.console.Misuse;
import edgeai.cli.place.Environment;
import edgeai.cli.run.ServerPlan;
import edgeai.settings.ServerCatalogue;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts a camera node alone, which reports to an admin server that may be on another machine. */
@picocli.CommandLine.Command(name = "camera")
final class CameraCommand implements Command {
  private final Context context;

  @Option(names = "--admin")
  private String admin;

  @Option(names = "--source")
  private String source;

  @Option(names = "--source-file")
  private String sourceFile;

  @Option(names = "--id")
  private String id;

  @Option(names = "--name")
  private String name;

  @Option(names = "--port")
  private String port;

  @Mixin private final NodeOptions node = new NodeOptions();

  @Option(names = "--data")
  private String data;

  @Option(names = "--line")
  private boolean line;

  CameraCommand(Context context) {
    Environment environment = context.environment();
    this.context = context;
    this.admin = environment.get("ADMIN_URL").orElse(null);
    this.id = environment.get("CAMERA_ID").orElse(null);
    this.name = environment.get("CAMERA_NAME").orElse(null);
    this.port = Usual.of(ServerCatalogue.CAMERA_PORT, environment);
  }

  @Override
  public int run() throws InterruptedException {
    Environment environment = context.environment();
    int number = Typed.port("--port", Typed.value("--port", port));
    String hub =
        needed("--admin", admin, "camera needs its admin server: --admin http://192.168.1.20:8001");
    CameraSource seen = source(environment);
    String camera =
        needed("--id", id, "camera needs a name of its own at the admin server: --id gate-7");
    String called = name == null ? "" : Typed.value("--name", name);
    if (data != null) {
      Typed.value("--data", data);
    }
    seen.require();
    String server = "camera-" + number;
    DataFolder folder =
        DataFolder.of(data, environment, context.checkout().own().resolve("data").resolve(server));
    Launch launch = new Launch(context, node.in(context, environment, folder, hub, camera));
    launch.requireModel();
    ServerPlan plan =
        new ServerPlan(
            server,
            "worker-war",
            environment.get("HOST").orElse("127.0.0.1"),
            number,
            "--port",
            folder.path(),
            Map.of("ADMIN_URL", hub));
    return launch.run(PoolPlans.camera(plan, seen, camera, called), folder, line);
  }

  /** An option, else the environment, which nobody else can read. */
  private CameraSource source(Environment environment) {
    if (source == null && sourceFile == null) {
      String set = environment.get("CAMERA_SOURCE").orElse(null);
      return CameraSource.of(
          needed(
              "--source",
              set,
              "camera needs something to watch: --source FILE, rtsp://..., http://... or 0 for a"
                  + " webcam"),
          environment);
    }
    return CameraSource.typed(
        "--source",
        source == null ? "" : Typed.value("--source", source),
        Optional.ofNullable(sourceFile),
        environment);
  }

  private static String needed(String option, String typed, String otherwise) {
    if (typed == null) {
      throw new Misuse(otherwise);
    }
    return Typed.value(option, typed);
  }

  @Override
  public String unknown(String word) {
    return "has no option";
  }
}
