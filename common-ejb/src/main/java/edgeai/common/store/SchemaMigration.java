package edgeai.common.store;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings the schema of a database to what this program needs. */
final class SchemaMigration {
  private static final Set<MigrationState> OF_LATER_VERSIONS =
      Set.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

  private static final String NEWEST = "latest";

  private final Dialect dialect;
  private final List<String> locations;

  SchemaMigration(Dialect dialect, List<String> locations) {
    this.dialect = dialect;
    this.locations = locations;
  }

  /**
   * Does what is left of its steps.
   *
   * @throws NewerSchemaException where a later version made some already
   */
  void run() {
    runTo(NEWEST);
  }

  /**
   * Does its steps up to a version.
   *
   * @throws NewerSchemaException where a later version made some already
   */
  void runTo(String version) {
    with(
        flyway -> {
          MigrationInfo[] steps = flyway.load().info().all();
          requireNoLater(steps);
          flyway.target(version).load().migrate();
        });
  }

  /**
   * Looks for the step to a version.
   *
   * @throws NewerSchemaException where it is not known here
   */
  void requireKnown(String version) {
    with(
        flyway -> {
          MigrationInfo[] steps = flyway.load().info().all();
          if (!hasStep(version, steps)) {
            throw new NewerSchemaException(version, newest(List.of(steps)));
          }
        });
  }

  private static boolean hasStep(String version, MigrationInfo... steps) {
    return Arrays.stream(steps)
        .anyMatch(step -> step.isVersioned() && step.getVersion().getVersion().equals(version));
  }

  /** Takes away whatever is in the schema. */
  void clear() {
    with(flyway -> flyway.cleanDisabled(false).load().clean());
  }

  private void with(Consumer<FluentConfiguration> work) {
    try (HikariDataSource source =
        new HikariDataSource(dialect.connections(ConnectionUse.MIGRATE))) {
      work.accept(
          dialect
              .schema(Flyway.configure(SchemaMigration.class.getClassLoader()))
              .dataSource(source)
              .locations(locations.toArray(String[]::new)));
    }
  }

  private static void requireNoLater(MigrationInfo... steps) {
    List<MigrationInfo> later =
        Arrays.stream(steps).filter(step -> OF_LATER_VERSIONS.contains(step.getState())).toList();
    if (!later.isEmpty()) {
      List<MigrationInfo> known =
          Arrays.stream(steps)
              .filter(step -> !OF_LATER_VERSIONS.contains(step.getState()))
              .toList();
      throw new NewerSchemaException(newest(later), newest(known));
    }
  }

  private static String newest(List<MigrationInfo> steps) {
    return steps.stream()
        .map(MigrationInfo::getVersion)
        .filter(version -> version != null)
        .max(Comparator.naturalOrder())
        .map(MigrationVersion::getVersion)
        .orElse("none");
  }
}
