package edgeai.coordinator.review;

import edgeai.common.wire.Job;
import edgeai.coordinator.dispatch.DispatchFigures;
import edgeai.coordinator.job.JobBalance;
import edgeai.coordinator.job.JobRecord;
import edgeai.coordinator.job.JobRun;
import edgeai.coordinator.job.Jobs;
import edgeai.coordinator.result.ResultIntake;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /ledger}: whether every frame is accounted for. */
@Tag(name = "State")
@Path("/ledger")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class LedgerResource {
  private static final int UNBALANCED_LISTED = 100;

  private final Jobs jobs;
  private final JobBalance balance;
  private final DispatchFigures dispatch;
  private final ResultIntake intake;

  @Inject
  public LedgerResource(
      Jobs jobs, JobBalance balance, DispatchFigures dispatch, ResultIntake intake) {
    this.jobs = jobs;
    this.balance = balance;
    this.dispatch = dispatch;
    this.intake = intake;
  }

  /** For the container's proxy. */
  LedgerResource() {
    this(null, null, null, null);
  }

  /** Ended jobs by their rows, the others by memory: in constant memory, without their frames. */
  @GET
  @Operation(
      summary = "Whether every frame is accounted for",
      description = "Of all jobs that there are.")
  public Ledger ledger() {
    List<Job> open = jobs.running().values().stream().map(JobRun::show).toList();
    // one that ends meanwhile is counted as it was
    JobBalance.Ended ended = balance.endedBut(open.stream().map(Job::jobId).toList());
    long completed = ended.completed() + open.stream().mapToLong(Job::processedFrames).sum();
    long reused = ended.reused() + open.stream().mapToLong(Job::reusedFrames).sum();
    long failed = ended.failed() + open.stream().mapToLong(Job::failedFrames).sum();
    long submitted = ended.submitted() + open.stream().mapToLong(Job::submittedFrames).sum();
    List<Ledger.Account> unbalanced = unbalanced(open);
    int running = jobs.active().size();
    return new Ledger(
        unbalanced.isEmpty(),
        submitted,
        completed,
        reused,
        failed,
        submitted - completed - failed,
        intake.duplicates() + dispatch.overtaken(),
        dispatch.hedges(),
        dispatch.retries(),
        new Ledger.JobCount(ended.jobs(), running, Math.max(0, open.size() - running)),
        unbalanced);
  }

  private List<Ledger.Account> unbalanced(List<Job> open) {
    Stream<Job> overdrawn =
        open.stream()
            .filter(job -> job.processedFrames() + job.failedFrames() > job.submittedFrames());
    Stream<Job> ended = balance.unbalanced(UNBALANCED_LISTED).stream().map(JobRecord::job);
    return Stream.concat(overdrawn, ended)
        .limit(UNBALANCED_LISTED)
        .map(
            job ->
                new Ledger.Account(
                    job.jobId(), job.submittedFrames(), job.processedFrames(), job.failedFrames()))
        .toList();
  }
}
