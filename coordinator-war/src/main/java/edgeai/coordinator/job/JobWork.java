package edgeai.coordinator.job;

import edgeai.common.guard.Announcer;
import edgeai.common.video.VideoEnd;
import edgeai.common.video.VideoException;
import edgeai.common.wire.Job;
import edgeai.coordinator.decode.DecodeStage;
import edgeai.coordinator.dispatch.Dispatcher;
import edgeai.coordinator.result.FrameTallies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The work on one job: its video is decoded, its frames are waited for, its end is stored. */
@ApplicationScoped
public class JobWork {
  private static final Logger LOG = Logger.getLogger(JobWork.class.getName());

  private final JobRepository repository;
  private final FrameTallies frames;
  private final JobFiles files;
  private final DecodeStage decode;
  private final Dispatcher dispatcher;
  private final Announcer announcer;

  @Inject
  JobWork(
      JobRepository repository,
      FrameTallies frames,
      JobFiles files,
      DecodeStage decode,
      Dispatcher dispatcher,
      Announcer announcer) {
    this.repository = repository;
    this.frames = frames;
    this.files = files;
    this.decode = decode;
    this.dispatcher = dispatcher;
    this.announcer = announcer;
  }

  JobWork() {
    this(null, null, null, null, null, null);
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
      dispatcher.cancel(run.id(), reason);
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
      VideoEnd end =
          new Attempts(run)
              .decode(
                  () ->
                      decode.run(
                          run.source(),
                          files.video(run.id()),
                          run.options().sampleFps(),
                          frames.settledIndexes(run.id())));
      warning = end.warning() == null ? null : sentence(end.warning());
    } catch (VideoException e) {
      failure = sentence(e.getMessage());
    }
    if (run.isCancelled()) {
      giveUp(run.id());
    }
    run.progress().allTaken();
    run.progress().awaitStored();
    recount(run);
    run.ended(failure, warning);
  }

  /** The frames of a cancelled job that are on their way fail. */
  void giveUp(String jobId) {
    dispatcher.cancel(jobId, "cancelled");
  }

  /** What its rows say is what counts, when it is taken up again and at its end. */
  FrameTallies.Tally recount(JobRun run) {
    FrameTallies.Tally tally = frames.tally(run.id());
    run.progress().recounted(tally.completed(), tally.failed(), tally.detections());
    return tally;
  }

  /** After a job, when it costs others the least. */
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
