package edgeai.cli.command;

import edgeai.cli.build.Java21;
import edgeai.cli.build.MavenRun;
import edgeai.cli.build.ModelTests;
import edgeai.cli.build.NodeCheck;
import edgeai.cli.console.CommandRefusal;
import edgeai.cli.place.Environment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Option;

/** Runs all tests. */
@picocli.CommandLine.Command(name = "test")
final class TestCommand implements Command {
  private final Context context;

  @Option(names = "--all")
  private boolean all;

  TestCommand(Context context) {
    this.context = context;
  }

  @Override
  public int run() throws InterruptedException {
    context.checkout().prepare();
    long start = System.nanoTime();
    int tested = maven();
    long taken = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    if (tested != 0) {
      say("FAILED: Maven ended with %d after %d s".formatted(tested, taken));
      return tested;
    }
    new ModelTests(context.console(), context.checkout(), context.environment(), context.session())
        .run(all);
    say(
        "passed: %s, %d s"
            .formatted(
                all ? "all tests" : "all tests but the long ones",
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)));
    return 0;
  }

  private int maven() throws InterruptedException {
    List<String> words = new ArrayList<>(List.of("-T", "1C", "--fail-at-end", "verify"));
    Environment environment = context.environment();
    if (all) {
      words.add("-Dtest.groups.excluded=");
      words.add("-Dtest.groups.postgresql=databases");
      environment =
          new Java21(context.console(), context.checkout(), environment, context.session()).named();
    }
    try {
      MavenRun run = MavenRun.in(context.checkout(), environment);
      NodeCheck.require(context.environment());
      Process maven = run.start(words);
      context.session().begin(maven);
      return context.session().await(maven);
    } catch (IOException e) {
      throw new CommandRefusal("the tests cannot be run: " + e.getMessage(), e);
    }
  }

  private void say(String what) {
    context.console().event("test", what);
  }

  @Override
  public String unknown(String word) {
    return "has no option";
  }
}
