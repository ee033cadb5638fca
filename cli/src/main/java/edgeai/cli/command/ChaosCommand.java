package edgeai.cli.command;

import edgeai.cli.build.SystemSuite;
import edgeai.cli.chaos.Havoc;
import edgeai.cli.console.CommandRefusal;
import edgeai.cli.console.Misuse;
import edgeai.cli.run.RunFile;
import edgeai.cli.run.RunFolder;
import edgeai.cli.run.Signals;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Faults on purpose: the chaos suite, and chaos among the servers that run here. */
@picocli.CommandLine.Command(name = "chaos")
final class ChaosCommand implements Command {
  private static final int USUAL_RUNS = 3;
  private static final int MOST_RUNS = 1_000;
  private static final int MOST_MINUTES = 10_000;

  /** Of a process that was killed. */
  private static final int KILLED = 137;

  private final Context context;

  @Option(names = "--runs")
  private String runs;

  @Option(names = "--only")
  private String only;

  @Option(names = "--minutes")
  private String minutes;

  @Option(names = "--live")
  private boolean live;

  ChaosCommand(Context context) {
    this.context = context;
  }

  @Override
  public int run() throws InterruptedException {
    int wanted = runs == null ? USUAL_RUNS : number("--runs", runs, MOST_RUNS);
    int length = minutes == null ? 0 : number("--minutes", minutes, MOST_MINUTES);
    String faults = only == null ? "" : Typed.value("--only", only);
    if (live) {
      if (runs != null || only != null) {
        throw new Misuse("--runs and --only are of the suite, not of --live");
      }
      return amongWhatRuns(length);
    }
    if (minutes != null) {
      throw new Misuse("--minutes goes with --live");
    }
    context.checkout().prepare();
    new Launch(context, context.environment()).build();
    String which = faults.isEmpty() ? "" : ", only " + faults;
    return new SystemSuite(
            context.console(),
            context.checkout(),
            context.environment(),
            context.session(),
            "chaos",
            "ChaosTableIT")
        .run(
            "every fault, %d runs each%s".formatted(wanted, which),
            List.of("chaos.runs=" + wanted, "chaos.only=" + faults));
  }

  private static int number(String option, String typed, int most) {
    return Typed.number(option, Typed.value(option, typed), 1, most);
  }

  /** What is broken is mended at the end. */
  private int amongWhatRuns(int length) throws InterruptedException {
    List<RunFile> servers = new RunFolder(context.checkout()).running();
    if (servers.stream().noneMatch(RunFile::isCoordinator)) {
      throw new CommandRefusal("no coordinator of this checkout runs here: ./edge up starts one");
    }
    String names = servers.stream().map(RunFile::name).collect(Collectors.joining(" "));
    context.console().event("chaos", "among: %s; Ctrl-C ends it".formatted(names));
    Instant end =
        length == 0 ? Instant.MAX : Clock.systemUTC().instant().plus(Duration.ofMinutes(length));
    Havoc havoc = new Havoc(context.console(), context.checkout().clip(), end, servers);
    settleAtTheFirstSignalAndEndAtTheSecond();
    havoc.run();
    return havoc.settle() ? 0 : 1;
  }

  private static void settleAtTheFirstSignalAndEndAtTheSecond() {
    Thread breaking = Thread.currentThread();
    AtomicBoolean told = new AtomicBoolean();
    Signals.hear(
        status -> {
          if (told.getAndSet(true)) {
            Runtime.getRuntime().halt(KILLED);
          }
          breaking.interrupt();
        });
  }

  @Override
  public String unknown(String word) {
    return "has no option";
  }
}
