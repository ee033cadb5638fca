package edgeai.cli.command;

import edgeai.cli.client.Web;
import edgeai.cli.console.CommandRefusal;
import edgeai.cli.follow.Following;
import edgeai.cli.follow.ServerWatch;
import edgeai.cli.place.Environment;
import edgeai.cli.run.ServerPlan;
import edgeai.cli.server.Folders;
import edgeai.cli.soak.Soak;
import edgeai.cli.soak.SoakOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Keeps a pool at work for long. In a data folder of its own, which is emptied first: it deletes
 * jobs.
 */
@picocli.CommandLine.Command(name = "soak")
final class SoakCommand implements Command {
  private static final int LONGEST = 1_440;

  private final Context context;

  @Mixin private final PoolOptions pool = new PoolOptions();
  @Mixin private final CameraOptions cameras = new CameraOptions();

  @Option(names = "--minutes")
  private String minutes = "60";

  SoakCommand(Context context) {
    this.context = context;
  }

  @Override
  public int run() throws InterruptedException {
    Environment environment = context.environment();
    int length = Typed.number("--minutes", minutes, 1, LONGEST);
    PoolPorts ports = cameras.ports(pool, environment, 1);
    Path clip = context.checkout().clip();
    requireMeans(clip);
    Environment secured = pool.secured(context, environment);
    Launch launch = new Launch(context, PoolPlans.sharingCores(ports, secured));
    launch.requireModel();
    Path own = context.checkout().own().resolve("soak");
    DataFolder data = DataFolder.of(pool.data(), environment, own).within("soak-data");
    List<ServerPlan> plans = PoolPlans.of(ports, secured, data.path(), CameraSource.street(clip));
    launch.check(plans, data);
    launch.build();
    empty(data.path());
    Following following = launch.start(plans);
    SoakOrder order = new SoakOrder(Duration.ofMinutes(length), clip, data.path(), own);
    return following.untilReady() ? following.work((web, watches) -> soak(web, watches, order)) : 1;
  }

  private int soak(Web web, List<ServerWatch> watches, SoakOrder order)
      throws InterruptedException {
    try {
      Soak soak = new Soak(context.console(), web, order, watches);
      context.session().atEnd(soak::finish);
      return soak.run();
    } catch (IOException e) {
      throw new CommandRefusal(
          "nothing can be written into %s (%s): look whether the disk is full or it is another's"
              .formatted(order.into(), e.getMessage()),
          e);
    }
  }

  private static void requireMeans(Path clip) {
    if (!Files.isReadable(Path.of("/proc/self/status"))) {
      throw new CommandRefusal(
          "soak reads memory and open files from /proc, which this system has not: run it on Linux");
    }
    if (!Files.isReadable(clip)) {
      throw new CommandRefusal(
          "there is no video %s that can be read: git checkout model/demo".formatted(clip));
    }
  }

  private static void empty(Path data) {
    try {
      Folders.delete(data);
    } catch (IOException e) {
      throw new CommandRefusal("%s cannot be emptied: look whose it is".formatted(data), e);
    }
  }
}
