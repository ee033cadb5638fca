package edgeai.cli.build;

import edgeai.cli.place.Checkout;
import edgeai.cli.server.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What is built in a checkout, and whether it is as new as its sources. */
public final class Built {
  private static final List<String> WARS = List.of("coordinator-war", "worker-war", "admin-war");

  private final Checkout checkout;

  public Built(Checkout checkout) {
    this.checkout = checkout;
  }

  /** Whether servers are to be built before they can be started. */
  public boolean lacksServers() {
    Installation installation = checkout.installation();
    Sources sources = Sources.without(checkout.root(), Set.of("cli", "benchmark", "system-tests"));
    return !hasPayara()
        || !Files.isDirectory(installation.libraries())
        || isWithoutDashboards()
        || WARS.stream().map(installation::war).anyMatch(sources::areNewerThan);
  }

  /** Whether the benchmark is to be built before it can be run. */
  public boolean lacksBenchmark() {
    return !Files.isRegularFile(benchmark())
        || Sources.all(checkout.root()).areNewerThan(benchmarkClassPath());
  }

  /** The jar of the benchmark. */
  public Path benchmark() {
    return checkout.root().resolve("benchmark/target/benchmark.jar");
  }

  /** A file with the class path of the benchmark in it. */
  public Path benchmarkClassPath() {
    return checkout.root().resolve("benchmark/target/classpath.txt");
  }

  /** Whether dashboards were built, and stand in the WARs. */
  public boolean hasDashboards() {
    return Files.isDirectory(checkout.root().resolve("angular-apps/dist"))
        && !isWithoutDashboards();
  }

  /**
   * Maven leaves a WAR alone in which nothing is new: it is as good as one that was made now, and
   * its age must not ask for another build.
   */
  void settle(Instant begun) {
    FileTime time = FileTime.from(begun);
    try {
      for (String module : WARS) {
        Path war = checkout.installation().war(module);
        if (Files.exists(war) && Files.getLastModifiedTime(war).compareTo(time) < 0) {
          Files.setLastModifiedTime(war, time);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean hasPayara() {
    return Files.isRegularFile(checkout.installation().payara());
  }

  private boolean isWithoutDashboards() {
    return Files.exists(withoutDashboards());
  }

  /** Notes whether the WARs are those that a benchmark built for itself. */
  void note(boolean dashboards) {
    try {
      if (dashboards) {
        Files.deleteIfExists(withoutDashboards());
      } else {
        Files.writeString(withoutDashboards(), "");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path withoutDashboards() {
    return checkout.own().resolve("without-dashboards");
  }
}
