package edgeai.cli.chaos;

import edgeai.cli.client.LedgerReport;
import edgeai.cli.client.PoolClient;
import edgeai.cli.client.Web;
import edgeai.cli.console.Console;
import edgeai.cli.machine.CommandLine;
import edgeai.cli.run.RunFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Breaks running servers of this checkout at random and mends them again, while the pool works on
 * the demo clip, and says what the ledger says.
 */
public final class Havoc {
  private static final Duration READY_LIMIT = Duration.ofMinutes(4);
  private static final Duration IDLE_LIMIT = Duration.ofMinutes(5);
  private static final int SHORTEST_S = 3;
  private static final int LONGEST_S = 20;
  private static final int ONE_IN = 5;

  private final Console console;
  private final Web web = new Web();
  private final Clock clock = Clock.systemUTC();
  private final Random random = new Random();
  private final Path clip;
  private final Instant end;
  private final List<Victim> victims;
  private final Victim coordinator;
  private final PoolClient client;

  /**
   * @param end when it breaks nothing more by itself
   */
  public Havoc(Console console, Path clip, Instant end, List<RunFile> servers) {
    this.console = console;
    this.clip = clip;
    this.end = end;
    this.victims =
        servers.stream()
            .filter(server -> server.isCoordinator() || server.isWorker())
            .map(Victim::new)
            .toList();
    this.coordinator =
        victims.stream()
            .filter(victim -> victim.server().isCoordinator())
            .findFirst()
            .orElseThrow();
    this.client = new PoolClient(web, coordinator.server().address());
  }

  /** Breaks and mends until its time is over, or until this thread is interrupted. */
  public void run() {
    if (!CommandLine.isWhole()) {
      console.event("chaos", "this system does not tell how a process was started: freezes only");
    }
    try {
      while (clock.instant().isBefore(end) && victims.stream().allMatch(Victim::isOurs)) {
        keepBusy();
        TimeUnit.SECONDS.sleep(SHORTEST_S + random.nextInt(SHORTEST_S));
        keepBusy();
        hurt(pick());
        sayLedger();
      }
    } catch (InterruptedException e) {
      // told to come to rest, which settle does
      return;
    }
  }

  /** A worker mostly, the coordinator now and then. */
  private Victim pick() {
    if (victims.size() == 1 || CommandLine.isWhole() && random.nextInt(ONE_IN) == 0) {
      return coordinator;
    }
    List<Victim> workers = victims.stream().filter(victim -> victim != coordinator).toList();
    return workers.get(random.nextInt(workers.size()));
  }

  private void hurt(Victim victim) throws InterruptedException {
    int seconds = SHORTEST_S + random.nextInt(LONGEST_S - SHORTEST_S);
    try {
      if (CommandLine.isWhole() && (victim == coordinator || random.nextBoolean())) {
        console.event("chaos", "kills %s (-9) amid its work".formatted(victim.name()));
        victim.kill();
        TimeUnit.SECONDS.sleep(SHORTEST_S);
        sayLedger();
        victim.mend();
        console.event("chaos", "starts %s again".formatted(victim.name()));
        awaitReady(victim);
      } else {
        console.event("chaos", "freezes %s for %d s".formatted(victim.name(), seconds));
        victim.freeze();
        TimeUnit.SECONDS.sleep(seconds);
        sayLedger();
        victim.mend();
        console.event("chaos", "lets %s go on".formatted(victim.name()));
      }
    } catch (IOException e) {
      console.event("chaos", "%s: %s".formatted(victim.name(), e));
    }
  }

  private void awaitReady(Victim victim) throws InterruptedException {
    Instant limit = clock.instant().plus(READY_LIMIT);
    while (victim.isOurs()
        && clock.instant().isBefore(limit)
        && !web.isReady(victim.server().address())) {
      TimeUnit.MILLISECONDS.sleep(500);
    }
  }

  private void keepBusy() throws InterruptedException {
    try {
      if (client.ledger().isIdle()) {
        String job = client.upload(clip, "", percent -> {});
        console.event("chaos", "sends %s, job %s".formatted(clip.getFileName(), job));
      }
    } catch (IOException e) {
      console.event("chaos", "the coordinator takes no video now: " + e.getMessage());
    }
  }

  private void sayLedger() throws InterruptedException {
    try {
      console.event("ledger", client.ledger().inWords());
    } catch (IOException e) {
      console.event("ledger", "the coordinator does not answer");
    }
  }

  /** Mends what is broken, waits for the last frame, and says whether the ledger balances. */
  public boolean settle() throws InterruptedException {
    try {
      for (Victim victim : victims) {
        victim.mend();
      }
      return isBalancedAtRest();
    } catch (IOException e) {
      console.event("chaos", "not all is mended: " + e);
      return false;
    }
  }

  private boolean isBalancedAtRest() throws InterruptedException {
    console.event("chaos", "breaks nothing more and waits until no frame is open");
    Instant limit = clock.instant().plus(IDLE_LIMIT);
    while (coordinator.isOurs() && clock.instant().isBefore(limit)) {
      try {
        LedgerReport ledger = client.ledger();
        if (ledger.isIdle()) {
          console.event("ledger", ledger.verdict());
          return ledger.isBalanced();
        }
      } catch (IOException e) {
        // it is on its way back
      }
      TimeUnit.MILLISECONDS.sleep(500);
    }
    console.event("ledger", "not known: the coordinator has ended or did not come to rest");
    return false;
  }
}
