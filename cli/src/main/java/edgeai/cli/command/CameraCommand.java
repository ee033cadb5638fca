package edgeai.cli.command;

import edgeai.cli.console.Misuse;
import edgeai.cli.place.Environment;
import edgeai.cli.run.ServerPlan;
import edgeai.settings.ServerCatalogue;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Starts a camera node alone, which reports to an admin server that may be on another machine. */
@picocli.CommandLine.Command(name = "camera")
final class CameraCommand implements Command {
  private final Context context;

  @Option(names = "--admin")
  private String admin;

  @Option(names = "--source")
  private String source;

  @Option(names = "--id")
  private String id;

  @Option(names = "--name")
  private String name;

  @Option(names = "--port")
  private String port;

  @Option(names = "--data")
  private String data;

  CameraCommand(Context context) {
    Environment environment = context.environment();
    this.context = context;
    this.admin = environment.get("ADMIN_URL").orElse(null);
    this.source = environment.get("CAMERA_SOURCE").orElse(null);
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
    String watched =
        needed(
            "--source",
            source,
            "camera needs something to watch: --source FILE, rtsp://..., http://... or 0 for a webcam");
    String camera =
        needed("--id", id, "camera needs a name of its own at the admin server: --id gate-7");
    String called = name == null ? "" : Typed.value("--name", name);
    if (data != null) {
      Typed.value("--data", data);
    }
    CameraSource seen = CameraSource.of(watched, environment);
    seen.require();
    Launch launch = new Launch(context, environment);
    launch.requireModel();
    String server = "camera-" + number;
    DataFolder folder =
        DataFolder.of(data, environment, context.checkout().own().resolve("data").resolve(server));
    ServerPlan plan =
        new ServerPlan(
            server,
            "worker-war",
            environment.get("HOST").orElse("127.0.0.1"),
            number,
            "--port",
            folder.path(),
            Map.of("ADMIN_URL", hub));
    return launch.run(List.of(PoolPlans.camera(plan, seen, camera, called)), folder);
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
