package edgeai.systemtests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.systemtests.fixture.Lane;
import edgeai.systemtests.fixture.StartsServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** As many cases as {@code ./edge fuzz} asks for, and its table. */
@Tag("long")
@Tag("fuzz")
@StartsServers(Lane.CHAOS)
class FuzzTableIT {
  private static final long SEED = Long.getLong("fuzz.seed", 1);
  private static final int FIRST = Integer.getInteger("fuzz.first", 1);
  private static final int LAST = Integer.getInteger("fuzz.last", 3_000);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  /** Part of the cases, by which servers have come to what they need. */
  private static final int WARM = 10;

  /** By this word {@code ./edge} finds what is for people in the output of the build. */
  private static void say(String what) {
    what.lines()
        .forEach(line -> System.out.printf("fuzz  %s  %s%n", LocalTime.now().format(TIME), line));
  }

  @Test
  void wrongInputHarmsNothing() throws InterruptedException, IOException {
    say("a coordinator, a worker and an admin server start");
    List<String> lines = new ArrayList<>();
    try (Site site = Site.start()) {
      FuzzRun run = new FuzzRun(site, SEED, FuzzTableIT::say);
      int warm = FIRST - 1 + (LAST - FIRST) / WARM;
      run.cases(FIRST, warm);
      site.measure();
      run.cases(warm + 1, LAST);
      List<String> harm = new ArrayList<>(site.harm());
      lines.addAll(run.table().lines());
      lines.add("");
      harm.addAll(site.growth(lines::add));
      run.findings().forEach(finding -> lines.add("FOUND " + finding.inWords(SEED)));
      harm.forEach(what -> lines.add("FOUND afterwards: " + what));
      Files.write(Files.createDirectories(Path.of("target")).resolve("fuzz.txt"), lines);
      assertThat(run.findings()).isEmpty();
      assertThat(harm).isEmpty();
    }
  }
}
