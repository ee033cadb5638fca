package edgeai.systemtests.fuzz;

import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.Traffic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Workers that answer with garbage while a small job goes on, which must end with every frame once.
 *
 * @param dice what they draw their answers from
 */
record RogueCase(Target target, Dice dice) implements Case {
  private static final int FRAMES = 60;
  private static final int ROGUES = 4;

  static RogueCase draw(Dice dice, Site site) {
    return new RogueCase(site.coordinator(), dice);
  }

  @Override
  public String shown() {
    return "%d workers that answer garbage, and a job of %d frames".formatted(ROGUES, FRAMES);
  }

  @Override
  public Outcome run() throws IOException, InterruptedException {
    Http http = target.server().http();
    List<Rogue> rogues = new ArrayList<>();
    try {
      for (int i = 0; i < ROGUES; i++) {
        rogues.add(new Rogue(http, dice));
      }
      // the honest ones are not to be done before these were asked
      TimeUnit.MILLISECONDS.sleep(50);
      String job = new JobClient(http).submit(Traffic.write(name(), FRAMES), "?sample_fps=0");
      List<String> faults = new Jobs(http).end(job, Optional.of(FRAMES));
      int answered = rogues.stream().mapToInt(Rogue::answered).sum();
      return new Outcome(Math.max(1, answered), List.of(), faults);
    } finally {
      rogues.forEach(Rogue::close);
    }
  }

  /** Half of the jobs go by frames, since their file has no index. */
  private String name() {
    return "rogue-%d.%s".formatted(Thread.currentThread().threadId(), dice.of("mp4", "ts"));
  }
}
