package edgeai.systemtests.fuzz;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Tries cases of a seed, several at once, and looks after the servers between batches of them. */
final class FuzzRun {
  private static final int AT_ONCE = 4;
  private static final int BATCH = 100;
  private static final int MOST_FINDINGS = 200;

  private final Site site;
  private final long seed;
  private final Consumer<String> told;
  private final FuzzTable table = new FuzzTable();
  private final List<Finding> findings = new ArrayList<>();

  /**
   * @param told hears of each finding, and how far it is
   */
  FuzzRun(Site site, long seed, Consumer<String> told) {
    this.site = site;
    this.seed = seed;
    this.told = told;
  }

  /** Tries the cases from the first to the last number, until too much is found. */
  void cases(int first, int last) throws InterruptedException {
    for (int from = first; from <= last && findings.size() < MOST_FINDINGS; from += BATCH) {
      int to = Math.min(last, from + BATCH - 1);
      batch(from, to);
      List<String> faults = site.faults();
      if (!faults.isEmpty()) {
        narrow(from, to, faults);
      }
      site.tidy();
      if (to == last || (to - first + 1) % (10 * BATCH) == 0) {
        told.accept("case %d of %d, %d found".formatted(to, last, findings.size()));
      }
    }
  }

  private void batch(int from, int to) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    for (int number = from; number <= to; number++) {
      int drawn = number;
      threads.execute(() -> one(drawn));
    }
    threads.shutdown();
    if (!threads.awaitTermination(20, TimeUnit.MINUTES)) {
      threads.shutdownNow();
      found(new Finding(from, Kind.RAW, "?", "the batch does not end", ""));
    }
  }

  private void one(int number) {
    Dice dice = new Dice(seed, number);
    Kind kind = Kind.of(dice);
    Case drawn = kind.draw(dice, site);
    long began = System.nanoTime();
    Outcome outcome = outcome(drawn);
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    table.add(number, kind, drawn.target().name(), outcome, millis);
    for (String fault : outcome.faults()) {
      found(new Finding(number, kind, drawn.target().name(), fault, drawn.shown()));
    }
  }

  private static Outcome outcome(Case drawn) {
    Outcome nothing = Outcome.of(List.of(), List.of());
    try {
      return drawn.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return nothing.with("interrupted");
    } catch (IOException | RuntimeException | AssertionError e) {
      return nothing.with("%s: %s".formatted(e.getClass().getSimpleName(), e.getMessage()));
    }
  }

  /** Tries the cases of a batch once more, each by itself, to name the one that it was. */
  private void narrow(int from, int to, List<String> faults) {
    for (int number = from; number <= to; number++) {
      Dice dice = new Dice(seed, number);
      Kind kind = Kind.of(dice);
      Case drawn = kind.draw(dice, site);
      outcome(drawn);
      List<String> again = site.faults();
      if (!again.isEmpty()) {
        for (String fault : again) {
          found(new Finding(number, kind, drawn.target().name(), fault, drawn.shown()));
        }
        return;
      }
    }
    faults.forEach(
        fault -> found(new Finding(from, Kind.RAW, "?", fault + " (once, from here on)", "")));
  }

  private synchronized void found(Finding finding) {
    findings.add(finding);
    told.accept("FOUND " + finding.inWords(seed));
  }

  FuzzTable table() {
    return table;
  }

  synchronized List<Finding> findings() {
    return List.copyOf(findings);
  }
}
