package edgeai.cli.command;

import edgeai.cli.build.Build;
import edgeai.cli.build.Built;
import edgeai.cli.console.CommandRefusal;
import edgeai.cli.console.Misuse;
import edgeai.cli.place.Environment;
import edgeai.cli.server.ChildCommand;
import edgeai.cli.server.ServerJvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures this checkout on this machine. */
@picocli.CommandLine.Command(name = "bench")
final class BenchCommand implements Command {
  private static final Pattern NAME = Pattern.compile("[a-z-]+");

  /** Servers' heap and collector; peers fetch nothing. */
  private static final List<String> JVM =
      List.of(
          "-Xms256m",
          "-Xmx1g",
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "-Duser.language=en",
          "-Duser.country=US",
          "-Djava.awt.headless=true",
          "-Dai.djl.offline=true",
          "-DOPT_OUT_TRACKING=true");

  private final Context context;

  @Option(names = "--quick")
  private boolean quick;

  @Option(names = "--all")
  private boolean all;

  @Option(names = "--json")
  private String json;

  @Parameters private List<String> names = new ArrayList<>();

  BenchCommand(Context context) {
    this.context = context;
  }

  @Override
  public int run() throws InterruptedException {
    Environment environment = context.environment();
    List<String> words = words(environment);
    context.checkout().prepare();
    new Launch(context, environment).requireModel();
    Built built = new Built(context.checkout());
    if (built.lacksBenchmark()) {
      new Build(context.console(), context.checkout(), environment, context.session()).benchmark();
    }
    Path own = context.checkout().own().resolve("bench");
    if (environment.get("DATA_DIR").isPresent()) {
      context.console().event("bench", "keeps what it needs in %s, not in DATA_DIR".formatted(own));
    }
    try {
      Files.createDirectories(own.resolve("natives"));
      Process bench = process(built, own, words).start();
      context.session().begin(bench);
      return context.session().await(bench);
    } catch (IOException e) {
      throw new CommandRefusal(own + " cannot be written", e);
    }
  }

  private List<String> words(Environment environment) {
    List<String> words = new ArrayList<>();
    for (String name : names) {
      if (name.startsWith("-")) {
        throw new Misuse("bench has no option", name);
      }
      if (!NAME.matcher(name).matches()) {
        throw new Misuse("there is no benchmark", name);
      }
      words.add(name);
    }
    if (quick && all) {
      throw new Misuse("bench takes --quick or --all, not both");
    }
    if (quick || all) {
      words.add(quick ? "--quick" : "--all");
    }
    if (json != null) {
      words.addAll(List.of("--json", environment.path(Typed.value("--json", json)).toString()));
    }
    return words;
  }

  private ProcessBuilder process(Built built, Path own, List<String> words) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(JVM);
    line.add("-Dedge.root=" + context.checkout().root());
    line.add("-DDJL_CACHE_DIR=" + own.resolve("djl"));
    line.add("-Dedge.server.jvm=" + String.join(" ", ServerJvm.FLAGS));
    line.add("-Dorg.bytedeco.javacpp.cachedir=" + own.resolve("natives"));
    String others = Files.readString(built.benchmarkClassPath()).strip();
    line.addAll(List.of("-cp", built.benchmark() + File.pathSeparator + others));
    line.add("edgeai.benchmark.Bench");
    line.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(ChildCommand.uninterrupted(line));
    builder.environment().clear();
    // one thread each is said of OpenMP, too
    builder.environment().putAll(context.environment().with("OMP_NUM_THREADS", "1").variables());
    return builder
        .directory(context.environment().here().toFile())
        .inheritIO()
        .redirectInput(new File("/dev/null"));
  }
}
