package edgeai.cli.command;

import edgeai.cli.console.CommandRefusal;
import edgeai.cli.console.Misuse;
import edgeai.cli.demo.Demo;
import edgeai.cli.demo.DemoOrder;
import edgeai.cli.follow.Following;
import edgeai.cli.place.Environment;
import edgeai.cli.run.ServerPlan;
import edgeai.settings.InferenceCatalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts a pool, sends it a video and shows what was found. */
@picocli.CommandLine.Command(name = "demo")
final class DemoCommand implements Command {
  private final Context context;

  @Mixin private final PoolOptions pool = new PoolOptions();

  @Option(names = "--sample-fps")
  private String sampleFps;

  @Option(names = "--exit")
  private boolean exit;

  @Parameters private List<String> words = new ArrayList<>();

  DemoCommand(Context context) {
    this.context = context;
  }

  @Override
  public int run() throws InterruptedException {
    Environment environment = context.environment();
    Path clip = context.checkout().clip();
    Path video = words.isEmpty() ? clip : video(environment);
    String fps = sampleFps == null ? "" : Typed.decimal("--sample-fps", sampleFps);
    PoolPorts ports = pool.ports(environment);
    requireVideo(video);
    Environment secured = pool.secured(context, suiting(video, environment));
    Launch launch = new Launch(context, PoolPlans.sharingCores(ports, secured));
    launch.requireModel();
    DataFolder data =
        DataFolder.of(pool.data(), environment, context.checkout().own().resolve("data"));
    List<ServerPlan> plans = PoolPlans.of(ports, secured, data.path(), CameraSource.street(clip));
    launch.check(plans, data);
    launch.build();
    return follow(launch.start(plans), new DemoOrder(video, clip, fps));
  }

  /** The drawn street is for the model that learnt from drawn streets. */
  private Environment suiting(Path video, Environment environment) {
    return video.equals(context.checkout().clip())
        ? environment.orElse(InferenceCatalogue.MODEL.name(), CameraSource.STREET_MODEL)
        : environment;
  }

  private int follow(Following following, DemoOrder order) throws InterruptedException {
    if (!following.untilReady()) {
      return 1;
    }
    int status =
        following.work((web, watches) -> new Demo(context.console(), web, order, watches).run());
    return exit ? status : following.untilOver();
  }

  private Path video(Environment environment) {
    for (String word : words) {
      if (word.startsWith("-")) {
        throw new Misuse("demo has no option", word);
      }
    }
    if (words.size() > 1) {
      throw new Misuse("demo takes one video");
    }
    String word = words.getFirst();
    if (word.contains("://")) {
      throw new Misuse("demo takes a video that is a file, not", word);
    }
    return environment.path(word);
  }

  private static void requireVideo(Path video) {
    if (!Files.isRegularFile(video)) {
      throw new CommandRefusal("there is no video " + video);
    }
    if (!Files.isReadable(video)) {
      throw new CommandRefusal(video + " cannot be read");
    }
  }
}
