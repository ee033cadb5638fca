package edgeai.coordinator.review;

import edgeai.common.wire.Job;
import edgeai.coordinator.dispatch.InFlight;
import edgeai.coordinator.dispatch.PieceLeases;
import edgeai.coordinator.fleet.Fleet;
import edgeai.coordinator.frame.OpenFrames;
import edgeai.coordinator.frame.SourceProgress;
import edgeai.coordinator.job.JobRun;
import edgeai.coordinator.store.LedgerWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Says why a job does not move: asked for when a job is shown, known by nobody else. */
@ApplicationScoped
public class Stalls {
  /** A job that completes no frame for so long is looked at. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A worker may take so many times as long as it usually does. */
  private static final double USUAL = 4;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

  private final Fleet fleet;
  private final InFlight out;
  private final PieceLeases pieces;
  private final OpenFrames open;
  private final LedgerWriter ledger;
  private final Clock clock;

  @Inject
  public Stalls(
      Fleet fleet,
      InFlight out,
      PieceLeases pieces,
      OpenFrames open,
      LedgerWriter ledger,
      Clock clock) {
    this.fleet = fleet;
    this.out = out;
    this.pieces = pieces;
    this.open = open;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** For the container's proxy. */
  Stalls() {
    this(null, null, null, null, null, null);
  }

  /** The job as it stands, with the reason where it stands still. */
  Job show(JobRun run) {
    Optional<String> reason = reason(run);
    Job job = run.show();
    return job.hasEnded() ? job : reason.map(job::stalledBy).orElse(job);
  }

  private Optional<String> reason(JobRun run) {
    SourceProgress progress = run.progress();
    if (!run.isUnderWay() || isLately(progress.lastCompleted())) {
      return Optional.empty();
    }
    Optional<String> database = ledger.trouble().map("The database does not write: %s."::formatted);
    if (database.isPresent()) {
      return database;
    }
    if (open.ofJob(run.id()).isEmpty()) {
      return isLately(progress.lastSettled()) ? Optional.empty() : beforeOrAfterDispatch(run);
    }
    return fleet.trouble(run.source()::unfit).or(() -> held(run.id()));
  }

  private Optional<String> beforeOrAfterDispatch(JobRun run) {
    SourceProgress progress = run.progress();
    if (progress.open() > 0) {
      return Optional.of(
          "%d results have waited for the database since %s."
              .formatted(progress.open(), TIME.format(progress.lastSettled())));
    }
    if (run.goesByPieces()) {
      return fleet.trouble(run.source()::unfit);
    }
    return isLately(progress.lastTaken())
        ? Optional.empty()
        : Optional.of(
            "The decoder has given no frame since %s."
                .formatted(TIME.format(progress.lastTaken())));
  }

  private Optional<String> held(String jobId) {
    return pieces
        .longestSilent(jobId)
        .or(() -> out.longestHeld(jobId))
        .filter(held -> held.time().compareTo(patience(held)) > 0)
        .map(
            held ->
                "Worker %s has had a frame since %s and has not answered%s."
                    .formatted(
                        held.worker().id(),
                        TIME.format(clock.instant().minus(held.time())),
                        held.worker().hasAnswered() ? "" : "; it is its first"));
  }

  private static Duration patience(InFlight.Held held) {
    Duration usual = Duration.ofMillis(Math.round(USUAL * held.worker().expectedMs()));
    return usual.compareTo(PATIENCE) > 0 ? usual : PATIENCE;
  }

  private boolean isLately(Instant moment) {
    return clock.instant().isBefore(moment.plus(PATIENCE));
  }
}
