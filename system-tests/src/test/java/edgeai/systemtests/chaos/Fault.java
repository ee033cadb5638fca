package edgeai.systemtests.chaos;

import java.time.Duration;
import java.util.List;

/**
 * Something that goes wrong while a job runs. It ends once the coordinator has seen it and it has
 * lasted long enough, or with the job.
 *
 * @param key what it is called on the command line
 * @param title what it is called in the table
 * @param ways how the job's video comes to the workers: a run for each
 * @param early whether it begins before the job is sent
 * @param victims the workers whose trouble the coordinator should see, none where it has none
 * @param lasts how long it lasts at least, unless the job ends before
 * @param length of the job, in usual ones
 * @param begins makes it happen; what ends it is left with {@link Scene#atEnd}
 */
record Fault(
    String key,
    String title,
    List<Way> ways,
    boolean early,
    List<String> victims,
    Duration lasts,
    int length,
    Act begins) {

  /** What is done to a pool. */
  interface Act {
    void on(Scene scene);
  }

  private static final List<Way> BOTH = List.of(Way.PIECES, Way.FRAMES);

  /** In the middle of a job, and over as soon as it is seen. */
  static Fault midway(String key, String title, Act begins) {
    return new Fault(key, title, BOTH, false, List.of(), Duration.ZERO, 1, begins);
  }

  /** There before the job is sent. */
  static Fault early(String key, String title, Act begins) {
    return new Fault(key, title, BOTH, true, List.of(), Duration.ofHours(1), 1, begins);
  }

  Fault hurting(String... workers) {
    return new Fault(key, title, ways, early, List.of(workers), lasts, length, begins);
  }

  Fault lasting(int seconds) {
    return new Fault(key, title, ways, early, victims, Duration.ofSeconds(seconds), length, begins);
  }

  /** In a job that is so many times as long. */
  Fault within(int jobs) {
    return new Fault(key, title, ways, early, victims, lasts, jobs, begins);
  }

  /** Of jobs that go these ways only. */
  Fault by(Way... some) {
    return new Fault(key, title, List.of(some), early, victims, lasts, length, begins);
  }
}
