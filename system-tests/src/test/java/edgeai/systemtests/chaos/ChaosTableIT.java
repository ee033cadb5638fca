package edgeai.systemtests.chaos;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import edgeai.systemtests.fixture.Lane;
import edgeai.systemtests.fixture.StartsServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every fault, several times each, in jobs by pieces and in jobs by frames. {@code chaos.runs},
 * {@code chaos.only} (keys of rows) and {@code chaos.frames} are what {@code ./edge chaos} asks
 * for.
 */
@Tag("long")
@Tag("chaos")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@StartsServers(Lane.CHAOS)
class ChaosTableIT {
  private static final int RUNS = Integer.getInteger("chaos.runs", 1);
  private static final int FRAMES = Integer.getInteger("chaos.frames", 1_500);
  private static final Set<String> ONLY = Set.of(System.getProperty("chaos.only", "").split(","));
  private static final Duration PATIENCE = Duration.ofSeconds(45);
  private static final Path FILE = Path.of("target", "chaos.txt");

  private final ChaosTable table = new ChaosTable();
  private final Random random = new Random();
  private ChaosPool pool;
  private BareTrials bare;

  private static boolean isWanted(String key) {
    return ONLY.contains("") || ONLY.contains(key);
  }

  @TestFactory
  Stream<DynamicTest> faults() {
    requireKnown();
    return Stream.concat(
        Faults.ALL.stream()
            .filter(fault -> isWanted(fault.key()))
            .flatMap(fault -> rows(fault, this::trial)),
        Stream.concat(
            DatabaseFaults.ALL.stream()
                .filter(fault -> isWanted(fault.key()))
                .flatMap(fault -> rows(fault, this::trialOnPostgres)),
            bareRows()));
  }

  private Stream<DynamicTest> rows(Fault fault, Supplier<Trial> trial) {
    return fault.ways().stream()
        .map(way -> row(fault.title(), way, () -> trial.get().run(fault, way, random)));
  }

  private Stream<DynamicTest> bareRows() {
    List<DynamicTest> rows = new ArrayList<>();
    for (Way way : List.of(Way.PIECES, Way.FRAMES)) {
      if (isWanted("no-worker")) {
        rows.add(row("no worker at first", way, () -> bare().noWorker(way)));
      }
      if (isWanted("more-workers")) {
        rows.add(row("1, 2, 4 workers find the same", way, () -> bare().moreWorkers(way)));
      }
    }
    return rows.stream();
  }

  private void requireKnown() {
    List<String> known = new ArrayList<>(List.of("no-worker", "more-workers"));
    Faults.ALL.forEach(fault -> known.add(fault.key()));
    DatabaseFaults.ALL.forEach(fault -> known.add(fault.key()));
    for (String key : ONLY) {
      if (!key.isEmpty() && !known.contains(key)) {
        String reason = "there is no row %s, but %s".formatted(key, String.join(" ", known));
        table.say(reason);
        throw new IllegalArgumentException(reason);
      }
    }
  }

  private DynamicTest row(String title, Way way, Supplier<Outcome> trial) {
    ChaosTable.Row row = new ChaosTable.Row(title, way);
    return dynamicTest(row.toString(), () -> repeat(row, trial));
  }

  private void repeat(ChaosTable.Row row, Supplier<Outcome> trial) {
    for (int run = 1; run <= RUNS; run++) {
      String which = "%s, run %d of %d".formatted(row, run, RUNS);
      try {
        Outcome outcome = trial.get();
        table.add(row, outcome);
        table.say(which + ": " + outcome.told());
      } catch (RuntimeException | Error e) {
        table.failed(row, e);
        table.say(which + ": FAILED: " + e.getMessage());
        throw e;
      } finally {
        table.write(FILE);
      }
    }
  }

  private Trial trial() {
    if (pool == null) {
      table.say("a coordinator and two workers start");
      pool = ChaosPool.start();
    }
    return new Trial(pool, FRAMES, PATIENCE);
  }

  private Trial trialOnPostgres() {
    if (pool == null || pool.postgres() == null) {
      if (pool != null) {
        pool.close();
      }
      table.say("a coordinator on PostgreSQL and two workers start");
      pool = ChaosPool.startOnPostgres();
    }
    return new Trial(pool, FRAMES, PATIENCE);
  }

  private BareTrials bare() {
    if (bare == null) {
      if (pool != null) {
        pool.close();
      }
      table.say("a coordinator without workers starts");
      bare = BareTrials.start(FRAMES);
    }
    return bare;
  }

  @AfterAll
  void stop() {
    if (pool != null) {
      pool.close();
    }
    if (bare != null) {
      bare.close();
    }
  }
}
