package edgeai.coordinator.report;

import edgeai.common.admin.AdminLink;
import edgeai.coordinator.report.Sightings.Sighting;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Closes the sighting that grows once a second, and hands closed ones over to what is owed to the
 * admin server. While much is owed it grows on: there are fewer events then, and none is lost.
 */
final class SightingDelivery implements Runnable {
  /** How often it is run. */
  static final Duration PERIOD = Duration.ofMillis(500);

  private static final Logger LOG = Logger.getLogger(SightingDelivery.class.getName());
  private static final Duration SPAN = Duration.ofSeconds(1);
  private static final int MUCH = 1_000;

  private final Sightings sightings;
  private final AdminReports reports;
  private final AdminLink link;
  private final Clock clock;
  private CompletableFuture<Void> writing;

  SightingDelivery(Sightings sightings, AdminReports reports, AdminLink link, Clock clock) {
    this.sightings = sightings;
    this.reports = reports;
    this.link = link;
    this.clock = clock;
    this.writing = sightings.adopt();
  }

  /** One step; never waits for the database to write. */
  @Override
  public void run() {
    try {
      if (writing.isDone()) {
        sightings.all().stream().findFirst().ifPresent(this::step);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, "what was seen is reported later", e);
    }
  }

  private void step(Sighting oldest) {
    if (oldest.closed()) {
      if (link.tryToOwe(reports.ofSighting(oldest))) {
        writing = sightings.delete(oldest);
      }
    } else if (isDue(oldest) && link.waiting() < MUCH) {
      writing = sightings.close(oldest);
    }
  }

  /** A clock that was put back must not hold it for ever. */
  private boolean isDue(Sighting sighting) {
    Duration age = Duration.between(sighting.since(), clock.instant()).abs();
    return age.compareTo(SPAN) >= 0;
  }
}
