package edgeai.coordinator.job;

import edgeai.common.error.Conflict;
import edgeai.common.error.InvalidInput;
import edgeai.common.error.NotFound;
import edgeai.common.guard.Announcer;
import edgeai.common.video.VideoEnd;
import edgeai.common.video.VideoException;
import edgeai.common.wire.Job;
import edgeai.coordinator.decode.CuttingStage;
import edgeai.coordinator.decode.DecodeStage;
import edgeai.coordinator.decode.NotInPiecesException;
import edgeai.coordinator.decode.StillRule;
import edgeai.coordinator.dispatch.Dispatcher;
import edgeai.coordinator.dispatch.PieceDispatcher;
import edgeai.coordinator.model.PoolModel;
import edgeai.coordinator.result.FrameTallies;
import edgeai.coordinator.result.ResultStage;
import edgeai.settings.SkipStill;
import edgeai.settings.Tiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.BitSet;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The work on one job: its video is decoded, its frames are waited for, its end is stored. */
@ApplicationScoped
public class JobWork {
  private static final Logger LOG = Logger.getLogger(JobWork.class.getName());

  private final JobRepository repository;
  private final PoolModel models;
  private final FrameTallies frames;
  private final JobFiles files;
  private final DecodeStage decode;
  private final CuttingStage cutting;
  private final Dispatcher dispatcher;
  private final PieceDispatcher pieces;
  private final ResultStage results;
  private final Announcer announcer;

  @Inject
  JobWork(
      JobRepository repository,
      PoolModel models,
      FrameTallies frames,
      JobFiles files,
      DecodeStage decode,
      CuttingStage cutting,
      Dispatcher dispatcher,
      PieceDispatcher pieces,
      ResultStage results,
      Announcer announcer) {
    this.repository = repository;
    this.models = models;
    this.frames = frames;
    this.files = files;
    this.decode = decode;
    this.cutting = cutting;
    this.dispatcher = dispatcher;
    this.pieces = pieces;
    this.results = results;
    this.announcer = announcer;
  }

  JobWork() {
    this(null, null, null, null, null, null, null, null, null, null);
  }

  /** Does a job to its end, or tells only of its end where it was cancelled before. */
  void perform(JobRun run) throws InterruptedException {
    if (run.isCancelled()) {
      run.ended(null, null);
    } else {
      run.started();
      repository.update(run.show());
      announcer.announce(new JobChanged(run.show()));
      work(run);
    }
    store(run);
  }

  /** Ends a job on which the coordinator itself failed, unless it had ended before. */
  void fail(JobRun run, String reason) {
    if (!run.hasEnded()) {
      giveUp(run.id(), reason);
      // once this is stored, so is what became of the frames that were given up
      repository.update(run.show());
      recount(run);
      run.progress().onlyStored();
      run.ended(reason, null);
    }
    store(run);
  }

  private void store(JobRun run) {
    Job job = run.show();
    repository.update(job);
    LOG.log(
        Level.INFO,
        "job {0} {1}: {2} of {3} frames, {4} detections{5}",
        new Object[] {
          job.jobId(),
          job.status(),
          job.processedFrames(),
          job.totalFrames(),
          job.detectionsFound(),
          said(job.error()) + said(job.warning())
        });
    announcer.announce(new JobEnded(job));
  }

  private void work(JobRun run) throws InterruptedException {
    String failure = null;
    String warning = null;
    try {
      requireKnown(run.options());
      models.requireOpen(run.model());
      choose(run);
      VideoEnd end = new Attempts(run).decode(() -> decode(run));
      warning = end.warning() == null ? null : sentence(end.warning());
    } catch (VideoException e) {
      failure = sentence(e.getMessage());
    } catch (InvalidInput e) {
      failure = e.getMessage();
    } catch (Conflict | NotFound e) {
      failure = "Its model %s: %s".formatted(run.show().modelName(), e.getMessage());
    }
    if (run.isCancelled()) {
      giveUp(run.id());
    }
    run.progress().allTaken();
    results.hurry();
    run.progress().awaitStored();
    recount(run);
    run.ended(failure, warning);
  }

  /** A row that another version wrote may ask for what this one cannot do. */
  private static void requireKnown(JobOptions options) {
    SkipStill asked = options.skipStill();
    if (!asked.isKnown()) {
      throw new InvalidInput(
          "The job asks for skip_still=%s, and this coordinator knows only %s: upload it again."
              .formatted(asked.written(), SkipStill.ALLOWED));
    }
    if (options.tilesTaken() == Tiles.AUTO) {
      throw new InvalidInput(
          "The job's frames are cut into tiles that this coordinator does not know, which knows only"
              + " %s: upload it again.".formatted(Tiles.ALLOWED));
    }
  }

  /** Which way it goes, which is kept over a restart. */
  private void choose(JobRun run) throws InterruptedException {
    if (!run.goesByFrames()) {
      Optional<String> hindrance =
          cutting.hindrance(run.id(), files.video(run.id()), files.index(run.id()));
      run.goes(
          hindrance.isEmpty() ? Job.PIECES : Job.FRAMES,
          hindrance.map(JobWork::sentence).orElse(null));
      repository.update(run.show());
    }
  }

  private VideoEnd decode(JobRun run) throws VideoException, InterruptedException {
    BitSet settled = frames.settledIndexes(run.id());
    double sampleFps = run.options().sampleFps();
    if (!run.goesByFrames()) {
      decode.abandon(run.id());
      try {
        return cutting.run(
            run.source(),
            files.video(run.id()),
            files.index(run.id()),
            sampleFps,
            run.options().skipStill(),
            settled);
      } catch (IOException e) {
        goesOnByFrames(run, "The video's index cannot be opened any more.");
      } catch (NotInPiecesException e) {
        goesOnByFrames(run, "Most frames cannot be had from pieces of it: " + e.getMessage());
        settled = frames.settledIndexes(run.id());
      }
    }
    StillRule still = new StillRule(run.options().skipStill(), frames::settled);
    return decode.run(run.source(), files.video(run.id()), sampleFps, settled, still);
  }

  private void goesOnByFrames(JobRun run, String reason) throws InterruptedException {
    LOG.log(Level.INFO, "job {0} goes on by frames: {1}", new Object[] {run.id(), reason});
    run.goes(Job.FRAMES, reason);
    repository.update(run.show());
    run.progress().awaitStored();
    run.progress().takenAnew();
  }

  /** The frames of a cancelled job that are on their way fail. */
  void giveUp(String jobId) {
    giveUp(jobId, "cancelled");
  }

  private void giveUp(String jobId, String reason) {
    pieces.cancel(jobId, reason);
    dispatcher.cancel(jobId, reason);
  }

  /** What its rows say is what counts, when it is taken up again and at its end. */
  FrameTallies.Tally recount(JobRun run) {
    FrameTallies.Tally tally = frames.tally(run.id());
    run.progress().recounted(tally.completed(), tally.failed(), tally.detections(), tally.reused());
    return tally;
  }

  /** When nothing is left to do, and it costs nobody anything. */
  void prepareNext() {
    decode.prepareSpare();
  }

  private static String said(String text) {
    return text == null ? "" : " (" + text + ")";
  }

  private static String sentence(String predicate) {
    return "The video " + predicate.replaceFirst("^[Tt]he (video|file) ", "") + ".";
  }
}
