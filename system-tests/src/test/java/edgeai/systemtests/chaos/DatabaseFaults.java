package edgeai.systemtests.chaos;

import edgeai.common.fixture.TestPostgres;
import java.util.List;

/** PostgreSQL is away amid a job. */
final class DatabaseFaults {
  /** Shorter than it is away: commits of which nobody knows whether they were done. */
  static final String IMPATIENT = "?socketTimeout=2";

  static final List<Fault> ALL =
      List.of(
          Fault.midway("postgres-freeze", "PostgreSQL frozen, then thawed", DatabaseFaults::freeze)
              .lasting(10),
          Fault.midway("postgres-kill", "PostgreSQL killed (-9), then back", DatabaseFaults::kill)
              .lasting(10));

  private DatabaseFaults() {}

  private static void freeze(Scene scene) {
    TestPostgres postgres = scene.pool().postgres();
    postgres.freeze();
    scene.atEnd(postgres::thaw);
  }

  private static void kill(Scene scene) {
    TestPostgres postgres = scene.pool().postgres();
    postgres.kill();
    scene.atEnd(postgres::startAgain);
  }
}
