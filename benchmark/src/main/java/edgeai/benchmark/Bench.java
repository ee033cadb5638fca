package edgeai.benchmark;

import edgeai.benchmark.cuda.Cuda;
import edgeai.benchmark.databases.LedgerStores;
import edgeai.benchmark.dispatch.DispatchCost;
import edgeai.benchmark.efficiency.Efficiency;
import edgeai.benchmark.events.Events;
import edgeai.benchmark.hour.LongVideo;
import edgeai.benchmark.kernels.Kernels;
import edgeai.benchmark.machines.TwoMachines;
import edgeai.benchmark.peers.Peers;
import edgeai.benchmark.scaling.Scaling;
import edgeai.benchmark.servers.ServerCosts;
import edgeai.benchmark.still.StillVideos;
import edgeai.benchmark.tiles.SmallObjects;
import edgeai.benchmark.viewers.Viewers;
import jakarta.json.Json;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Runs benchmarks one after the other, then prints all figures in one table. Ends with 0, with 1
 * where a benchmark failed or the figures could not be written, with 2 where the command line is
 * wrong.
 */
public final class Bench {

  // peers come before whatever else opens ONNX Runtime in this process
  private static final List<Benchmark> ALL =
      List.of(
          new Kernels(),
          new Peers(),
          new Cuda(),
          new Efficiency(),
          new SmallObjects(),
          new TwoMachines(),
          new ServerCosts(),
          new Viewers(),
          new Scaling(),
          new DispatchCost(),
          new LedgerStores(),
          new Events(),
          new StillVideos(),
          new LongVideo());

  private Bench() {}

  /** Expects the root of the checkout in the system property {@code edge.root}. */
  public static void main(String[] arguments) {
    // or workers that run in this process would send what they answer in two parts with a pause
    System.setProperty("sun.net.httpserver.nodelay", "true");
    int status;
    try {
      status =
          run(
              Options.parse(
                  List.of(arguments),
                  names(any -> true),
                  names(Benchmark::isUsual),
                  names(Benchmark::isQuick)));
    } catch (MisuseException e) {
      System.err.println("edge: " + e.getMessage() + " (./edge help)");
      status = 2;
    } catch (IOException e) {
      System.err.println("edge: the figures cannot be written: " + e);
      status = 1;
    }
    // threads of native libraries may be left
    System.exit(status);
  }

  private static List<String> names(Predicate<Benchmark> some) {
    return ALL.stream().filter(some).map(Benchmark::name).toList();
  }

  private static int run(Options options) throws IOException {
    Path root = Path.of(System.getProperty("edge.root", "")).toAbsolutePath();
    Run run = Run.of(root, options.quick(), options.all(), System.getenv());
    Files.createDirectories(run.scratch());
    Report report = new Report();
    try {
      for (Benchmark benchmark : ALL) {
        if (options.names().contains(benchmark.name())) {
          run(benchmark, run, report);
        }
      }
    } finally {
      run.kept().end();
    }
    Machine machine = Machine.here();
    System.out.printf("%n%s%n", report.text());
    if (options.quick() && options.names().equals(names(Benchmark::isQuick))) {
      System.out.printf(
          "--quick is without %s, whose servers take long to start: name them to have them%n%n",
          String.join(", ", names(benchmark -> benchmark.isUsual() && !benchmark.isQuick())));
    }
    System.out.println(machine.text());
    if (options.json().isPresent()) {
      write(options.json().get(), report, machine);
    }
    return report.failed() ? 1 : 0;
  }

  static void run(Benchmark benchmark, Run run, Report report) {
    report.begin(benchmark);
    run.progress(benchmark, benchmark.description());
    try {
      benchmark.run(run, report);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      report.fail(e);
    } catch (Exception | LinkageError | AssertionError e) {
      report.fail(e);
    }
  }

  private static void write(Path file, Report report, Machine machine) throws IOException {
    JsonWriterFactory json =
        Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, Boolean.TRUE));
    try (Writer out = Files.newBufferedWriter(file);
        JsonWriter writer = json.createWriter(out)) {
      writer.write(report.json(machine));
    }
  }
}
