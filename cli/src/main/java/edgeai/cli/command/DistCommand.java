package edgeai.cli.command;

import edgeai.cli.dist.DistributionBuild;
import edgeai.cli.dist.DistributionOrder;
import edgeai.cli.place.Environment;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Makes archives that run where there is nothing else. */
@picocli.CommandLine.Command(name = "dist")
final class DistCommand implements Command {
  private final Context context;

  @Option(names = "--platform")
  private String platform;

  @Option(names = "--jdk")
  private String jdk;

  @Option(names = "--out")
  private String out;

  DistCommand(Context context) {
    this.context = context;
  }

  @Override
  public int run() throws InterruptedException {
    Environment environment = context.environment();
    DistributionOrder order = DistributionOrder.of(platform, path("--jdk", jdk).orElse(null));
    Path target = path("--out", out).orElse(context.checkout().own().resolve("dist"));
    context.checkout().prepare();
    new Launch(context, environment).build();
    new DistributionBuild(context.console(), context.checkout(), environment, context.session())
        .run(order, target);
    return 0;
  }

  private Optional<Path> path(String option, String typed) {
    return Optional.ofNullable(typed)
        .map(word -> Typed.value(option, word))
        .map(context.environment()::path)
        .map(path -> path.toAbsolutePath().normalize());
  }
}
