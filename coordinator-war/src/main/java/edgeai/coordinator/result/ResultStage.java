package edgeai.coordinator.result;

import edgeai.common.guard.Announcer;
import edgeai.common.wire.Detection;
import edgeai.common.wire.FrameResult;
import edgeai.coordinator.dispatch.SettledFrames;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.FramePicture;
import edgeai.coordinator.frame.OpenFrames;
import edgeai.coordinator.model.ModelPace;
import edgeai.coordinator.store.LedgerWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Stores what became of each frame, once, and tells who listens. */
@ApplicationScoped
public class ResultStage implements SettledFrames {
  private final LedgerWriter ledger;
  private final RunningTotals totals;
  private final OtherResultRepository others;
  private final Clock clock;
  private final Pace pace;
  private final ModelPace models;
  private final Announcer announcer;
  private final FrameLedger settled;

  @Inject
  public ResultStage(
      LedgerWriter ledger,
      RunningTotals totals,
      OpenFrames openFrames,
      StoredCounts counts,
      OtherResultRepository others,
      Clock clock,
      Pace pace,
      ModelPace models,
      Announcer announcer) {
    this.ledger = ledger;
    this.totals = totals;
    this.others = others;
    this.clock = clock;
    this.pace = pace;
    this.models = models;
    this.announcer = announcer;
    this.settled =
        new FrameLedger(ledger, new BatchRows(totals, counts, openFrames, pace, announcer));
  }

  /** For the container's proxy. */
  ResultStage() {
    this(null, null, null, null, null, null, null, null, null);
  }

  @Override
  public void completed(
      Frame frame, String workerId, String model, List<Detection> detections, double ms) {
    complete(frame, workerId, model, detections, ms, frame.isOfPiece());
  }

  /** What waits for others to be stored with goes into the ledger now. */
  public void hurry() {
    settled.hurry();
  }

  /** Stores the result of a frame that the caller has settled; the future ends when durable. */
  CompletableFuture<FrameResult> complete(
      Frame frame, String workerId, String model, List<Detection> detections, double ms) {
    return complete(frame, workerId, model, detections, ms, false);
  }

  private CompletableFuture<FrameResult> complete(
      Frame frame,
      String workerId,
      String model,
      List<Detection> detections,
      double ms,
      boolean mayWait) {
    List<Detection> wanted = frame.source().rules().apply(detections);
    FrameResult inferred = result(frame, workerId, wanted, ms, FrameResult.COMPLETED, null);
    FrameResult result =
        frame
            .reuse()
            .map(reuse -> inferred.reusing(reuse.source(), reuse.change()))
            .orElse(inferred);
    if (frame.reuse().isPresent()) {
      pace.frameReused();
    } else {
      pace.frameDone(ms);
      if (frame.tiles().isWhole()) { // a frame that is cut is inferred several times
        models.took(model, workerId, ms);
      }
    }
    // stored first: a listener that fails must not lose a result
    CompletableFuture<FrameResult> stored =
        settled.store(new SettledFrame(frame, result, model, mayWait));
    FramePicture picture = frame.picture();
    announcer.announce(new FrameSeen(result, picture.jpeg(), picture.scale()));
    return stored;
  }

  @Override
  public void failed(Frame frame, String workerId, String reason) {
    FrameResult result = result(frame, workerId, List.of(), 0, FrameResult.FAILED, reason);
    settled.store(new SettledFrame(frame, result, "", false));
  }

  private FrameResult result(
      Frame frame,
      String workerId,
      List<Detection> detections,
      double ms,
      String status,
      String error) {
    FrameResult result =
        new FrameResult(
            frame.id(),
            workerId,
            detections,
            Detection.countByLabel(detections),
            Math.round(ms * 10) / 10.0,
            clock.instant(),
            status,
            frame.jobId(),
            frame.index(),
            frame.mediaTimeMs(),
            frame.attempts(),
            error);
    FramePicture picture = frame.picture();
    return picture.isSeen() ? result.of(picture.width(), picture.height()) : result;
  }

  /** Stores a result that belongs to no job, in place of one sent before under its frame id. */
  FrameResult storeOther(
      long frameId, String workerId, List<Detection> detections, double ms, byte[] jpeg) {
    FrameResult result =
        new FrameResult(
            frameId,
            workerId,
            detections,
            Detection.countByLabel(detections),
            Math.round(ms * 10) / 10.0,
            clock.instant(),
            FrameResult.COMPLETED,
            null,
            null,
            null,
            1,
            null);
    pace.frameDone(ms);
    announcer.announce(new FrameSeen(result, jpeg, 1));
    ledger.write(
        new LedgerWriter.Entry() {
          private TotalsChange change;

          @Override
          public void write(Connection connection) throws SQLException {
            change =
                others
                    .replace(connection, result)
                    .map(before -> TotalsChange.of(result).minus(TotalsChange.of(before)))
                    .orElse(TotalsChange.of(result));
            totals.add(change);
          }

          @Override
          public void committed() {
            totals.apply(change);
            announcer.announce(new ResultStored(result));
          }
        });
    return result;
  }

  /**
   * What the totals are made of, for a summary.
   *
   * @param totalFrames since the data began
   * @param totalDetections since the data began
   * @param objectCounts how many of each label
   * @param workerSummary frames of each worker
   * @param removedFrames those of {@code totalFrames} whose jobs were removed
   */
  @Schema(name = "ResultsSummary")
  public record Summary(
      long totalFrames,
      long totalDetections,
      Map<String, Long> objectCounts,
      Map<String, Long> workerSummary,
      long removedFrames) {}
}
