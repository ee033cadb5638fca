package edgeai.systemtests.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One run of a fault: where it happens, to which job, and what is to be looked at afterwards. */
final class Scene {
  private final ChaosPool pool;
  private final Way way;
  private final Random random;
  private final List<Runnable> endings = new ArrayList<>();
  private final List<Runnable> checks = new ArrayList<>();
  private String job = "";

  Scene(ChaosPool pool, Way way, Random random) {
    this.pool = pool;
    this.way = way;
    this.random = random;
  }

  ChaosPool pool() {
    return pool;
  }

  /** How the job's video comes to the workers. */
  Way way() {
    return way;
  }

  Random random() {
    return random;
  }

  /** The job's id, empty while it is not sent yet. */
  String job() {
    return job;
  }

  void sent(String id) {
    job = id;
  }

  /** What ends the fault; the last comes first. */
  void atEnd(Runnable ending) {
    endings.add(0, ending);
  }

  void end() {
    List<Runnable> all = List.copyOf(endings);
    endings.clear();
    all.forEach(Runnable::run);
  }

  /** What must hold once the job has ended. */
  void afterwards(Runnable check) {
    checks.add(check);
  }

  void check() {
    checks.forEach(Runnable::run);
  }
}
