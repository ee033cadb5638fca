package launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Breaks running servers of this checkout at random and mends them again, while the pool works on
 * the demo clip, and says what the ledger says. Ends with 0 where the ledger balances at last.
 */
final class Havoc {
  private static final Duration READY_LIMIT = Duration.ofMinutes(4);
  private static final Duration IDLE_LIMIT = Duration.ofMinutes(5);
  private static final int SHORTEST_S = 3;
  private static final int LONGEST_S = 20;
  private static final int ONE_IN = 5;

  private final Console console = new Console(0);
  private final Web web = new Web();
  private final Random random = new Random();
  private final Path clip;
  private final Instant end;
  private final List<Victim> victims;
  private final Victim coordinator;
  private final CoordinatorClient client;

  private Havoc(Path clip, Instant end, List<Victim> victims) {
    this.clip = clip;
    this.end = end;
    this.victims = victims;
    this.coordinator =
        victims.stream()
            .filter(victim -> victim.server().isCoordinator())
            .findFirst()
            .orElseThrow();
    this.client = new CoordinatorClient(web, coordinator.server().address());
  }

  public static void main(String[] args) throws IOException {
    OneLocale.set();
    Path folder = Path.of(args[0]);
    Path clip = Path.of(args[1]);
    long minutes = Long.parseLong(args[2]);
    List<Victim> victims = new ArrayList<>();
    for (int i = 3; i < args.length; i++) {
      if (args[i].equals("coordinator") || args[i].startsWith("worker-")) {
        victims.add(new Victim(folder, ServerFile.read(folder, args[i])));
      }
    }
    Instant end = minutes == 0 ? Instant.MAX : Instant.now().plus(Duration.ofMinutes(minutes));
    Havoc havoc = new Havoc(clip, end, victims);
    Thread breaking = Thread.currentThread();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  // halted below, once everything is mended
                  breaking.interrupt();
                  havoc.settleAndHalt();
                }));
    havoc.run();
    System.exit(0);
  }

  private void run() {
    if (!Victim.canStartAgain()) {
      console.event("chaos", "this system does not tell how a process was started: freezes only");
    }
    try {
      while (Instant.now().isBefore(end) && victims.stream().allMatch(Victim::isOurs)) {
        keepBusy();
        TimeUnit.SECONDS.sleep(SHORTEST_S + random.nextInt(SHORTEST_S));
        keepBusy();
        hurt(pick());
        sayLedger();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A worker mostly, the coordinator now and then. */
  private Victim pick() {
    if (victims.size() == 1 || Victim.canStartAgain() && random.nextInt(ONE_IN) == 0) {
      return coordinator;
    }
    List<Victim> workers = victims.stream().filter(victim -> victim != coordinator).toList();
    return workers.get(random.nextInt(workers.size()));
  }

  private void hurt(Victim victim) throws InterruptedException {
    int seconds = SHORTEST_S + random.nextInt(LONGEST_S - SHORTEST_S);
    try {
      if (Victim.canStartAgain() && (victim == coordinator || random.nextBoolean())) {
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
    Instant limit = Instant.now().plus(READY_LIMIT);
    while (victim.isOurs()
        && Instant.now().isBefore(limit)
        && !web.isReady(victim.server().address())) {
      TimeUnit.MILLISECONDS.sleep(500);
    }
  }

  private void keepBusy() throws InterruptedException {
    try {
      if (Ledger.of(client).isIdle()) {
        String job = client.upload(clip, "", percent -> {});
        console.event("chaos", "sends %s, job %s".formatted(clip.getFileName(), job));
      }
    } catch (IOException e) {
      console.event("chaos", "the coordinator takes no video now: " + e.getMessage());
    }
  }

  private void sayLedger() throws InterruptedException {
    try {
      console.event("ledger", Ledger.of(client).inWords());
    } catch (IOException e) {
      console.event("ledger", "the coordinator does not answer");
    }
  }

  /** Mends what is broken, waits for the last frame, and says the last line. */
  private void settleAndHalt() {
    int status = 1;
    try {
      for (Victim victim : victims) {
        victim.mend();
      }
      status = settle() ? 0 : 1;
    } catch (IOException e) {
      console.event("chaos", "not all is mended: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(status);
  }

  private boolean settle() throws InterruptedException {
    console.event("chaos", "breaks nothing more and waits until no frame is open");
    Instant limit = Instant.now().plus(IDLE_LIMIT);
    while (coordinator.isOurs() && Instant.now().isBefore(limit)) {
      try {
        Ledger ledger = Ledger.of(client);
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
