package edgeai.cli.soak;

import edgeai.cli.client.PoolClient;
import edgeai.cli.client.Web;
import edgeai.cli.console.Console;
import edgeai.cli.machine.ProcessReading;
import edgeai.cli.run.RunFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what the servers of a soak take of the machine, and whether the ledger is balanced. */
final class SoakSampler {
  private static final String HEAP = "memory_usedHeap_bytes{";

  private static final Clock CLOCK = Clock.systemUTC();

  private final Console console;
  private final Web web;
  private final List<RunFile> servers;
  private final PoolClient coordinator;
  private final Path data;
  private String lastTrouble = "";

  SoakSampler(Console console, Web web, List<RunFile> servers, PoolClient coordinator, Path data) {
    this.console = console;
    this.web = web;
    this.servers = servers;
    this.coordinator = coordinator;
    this.data = data;
  }

  /**
   * @param frozen the worker that is held and answers nothing, empty where none is
   */
  SoakSample sample(String frozen) throws InterruptedException {
    Map<String, Map<Quantity, Double>> readings = new LinkedHashMap<>();
    for (RunFile server : servers) {
      readings.put(server.name(), read(server, server.name().equals(frozen)));
    }
    return new SoakSample(CLOCK.instant(), readings, frames(), balanced(), frozen);
  }

  private Map<Quantity, Double> read(RunFile server, boolean isFrozen) throws InterruptedException {
    ProcessReading process = new ProcessReading(server.pid());
    Map<Quantity, Double> readings = new EnumMap<>(Quantity.class);
    readings.put(Quantity.RESIDENT, process.resident());
    readings.put(Quantity.THREADS, process.threads());
    readings.put(Quantity.HANDLES, process.handles());
    readings.put(Quantity.HEAP, isFrozen ? Double.NaN : heap(server.address()));
    readings.put(Quantity.DATABASE, database(data.resolve(server.name())));
    return readings;
  }

  private double heap(URI server) throws InterruptedException {
    try {
      return web.get(server.resolve("/mp-metrics"))
          .body()
          .lines()
          .filter(line -> line.startsWith(HEAP))
          .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
          .findFirst()
          .orElse(Double.NaN);
    } catch (IOException | NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** Bytes of the database files in a server's folder; NaN where it has none. */
  private static double database(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> databases =
          files.filter(file -> file.getFileName().toString().endsWith(".mv.db")).toList();
      double bytes = databases.isEmpty() ? Double.NaN : 0;
      for (Path database : databases) {
        bytes += Files.size(database);
      }
      return bytes;
    } catch (IOException e) {
      return Double.NaN;
    }
  }

  private double frames() throws InterruptedException {
    try {
      return coordinator.framesDone();
    } catch (IOException e) {
      return Double.NaN;
    }
  }

  private Optional<Boolean> balanced() throws InterruptedException {
    try {
      return Optional.of(coordinator.ledger().isBalanced());
    } catch (IOException e) {
      tell("GET /ledger: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** The same trouble once. */
  private void tell(String trouble) {
    if (!trouble.equals(lastTrouble)) {
      lastTrouble = trouble;
      console.event("soak", trouble);
    }
  }
}
