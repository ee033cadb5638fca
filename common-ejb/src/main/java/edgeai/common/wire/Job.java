package edgeai.common.wire;

import java.time.Instant;
import java.util.List;

/**
 * An uploaded video and how far it is.
 *
 * @param jobId twelve hexadecimal digits; a UUID of older versions
 * @param filename as it was uploaded
 * @param sizeBytes of the upload
 * @param status {@code queued}, {@code processing}, {@code completed} or {@code failed}
 * @param submittedAt when its upload was complete
 * @param startedAt when work on it began, null before
 * @param completedAt when it ended, null before
 * @param totalFrames frames to do after sampling: an estimate until decoding ends, then exact
 * @param processedFrames frames that completed
 * @param detectionsFound of all its frames
 * @param error why it failed; else null
 * @param progressPct 0 to 100, never falling, 100 only at the end
 * @param failedFrames frames that failed for good
 * @param fps frames settled per second over the last 10 s; once it has ended, over its whole run
 * @param models sha256 of the models that did its frames, {@code unknown} for a worker that named
 *     none
 * @param sampleFps frames taken per second of video, 0 for every one
 * @param cancelled whether somebody ended it
 * @param submittedFrames frames taken from the video so far; at the end completed and failed ones
 *     together
 * @param warning what was wrong or left out although it completed; else null
 * @param mode {@code pieces} where workers get pieces of the video and decode them, {@code frames}
 *     where they get pictures; null before it is known
 * @param modeReason why it goes by frames, in one sentence; else null
 * @param stalled why nothing moves, in one sentence; null where it moves, waits or has ended
 * @param skipStill which frames are not inferred since they show nothing new: {@code off}, {@code
 *     safe}, {@code fast} or a number
 * @param reusedFrames those of the completed ones that were not inferred for that reason
 * @param tiles into which its frames are cut before they are inferred, as it was asked for: {@code
 *     1x1}, {@code 2x1}, {@code 3x2} or {@code auto}
 * @param tilesTaken the same as it is done, which is never {@code auto}
 * @param modelName what the model that infers its frames is called; null of a job of before
 * @param modelSha256 the hash of that model; null of a job of before
 */
public record Job(
    String jobId,
    String filename,
    long sizeBytes,
    String status,
    Instant submittedAt,
    Instant startedAt,
    Instant completedAt,
    long totalFrames,
    long processedFrames,
    long detectionsFound,
    String error,
    double progressPct,
    long failedFrames,
    double fps,
    List<String> models,
    double sampleFps,
    boolean cancelled,
    long submittedFrames,
    String warning,
    String mode,
    String modeReason,
    String stalled,
    String skipStill,
    long reusedFrames,
    String tiles,
    String tilesTaken,
    String modelName,
    String modelSha256) {

  private static final String OFF = "off";
  private static final String WHOLE = "1x1";

  public static final String QUEUED = "queued";
  public static final String PROCESSING = "processing";
  public static final String COMPLETED = "completed";
  public static final String FAILED = "failed";

  public static final String PIECES = "pieces";
  public static final String FRAMES = "frames";

  /** What those who listen are told of a job that is no more. */
  public static final String REMOVED = "removed";

  /**
   * One that is not stalled, of which it is not known how it goes, and each frame is inferred as
   * one.
   */
  public Job(
      String jobId,
      String filename,
      long sizeBytes,
      String status,
      Instant submittedAt,
      Instant startedAt,
      Instant completedAt,
      long totalFrames,
      long processedFrames,
      long detectionsFound,
      String error,
      double progressPct,
      long failedFrames,
      double fps,
      List<String> models,
      double sampleFps,
      boolean cancelled,
      long submittedFrames,
      String warning) {
    this(
        jobId,
        filename,
        sizeBytes,
        status,
        submittedAt,
        startedAt,
        completedAt,
        totalFrames,
        processedFrames,
        detectionsFound,
        error,
        progressPct,
        failedFrames,
        fps,
        models,
        sampleFps,
        cancelled,
        submittedFrames,
        warning,
        null,
        null,
        null,
        OFF,
        0,
        WHOLE,
        WHOLE,
        null,
        null);
  }

  /** The same, which goes this way. */
  public Job inMode(String newMode, String reason) {
    return with(
        status,
        newMode,
        reason,
        stalled,
        skipStill,
        reusedFrames,
        tiles,
        tilesTaken,
        modelName,
        modelSha256);
  }

  /** The same, which does not move. */
  public Job stalledBy(String reason) {
    return with(
        status,
        mode,
        modeReason,
        reason,
        skipStill,
        reusedFrames,
        tiles,
        tilesTaken,
        modelName,
        modelSha256);
  }

  /** Whether it is past its end. */
  public boolean hasEnded() {
    return status.equals(COMPLETED) || status.equals(FAILED);
  }

  /** As it was last, and removed. */
  public Job removed() {
    return with(
        REMOVED,
        mode,
        modeReason,
        null,
        skipStill,
        reusedFrames,
        tiles,
        tilesTaken,
        modelName,
        modelSha256);
  }

  /** The same, of which so many frames were not inferred. */
  public Job reusing(String option, long frames) {
    return with(
        status,
        mode,
        modeReason,
        stalled,
        option,
        frames,
        tiles,
        tilesTaken,
        modelName,
        modelSha256);
  }

  /** The same, whose frames are cut into these. */
  public Job cutInto(String asked, String taken) {
    return with(
        status,
        mode,
        modeReason,
        stalled,
        skipStill,
        reusedFrames,
        asked,
        taken,
        modelName,
        modelSha256);
  }

  /** The same, whose frames are inferred by this model. */
  public Job byModel(String name, String sha256) {
    return with(
        status,
        mode,
        modeReason,
        stalled,
        skipStill,
        reusedFrames,
        tiles,
        tilesTaken,
        name,
        sha256);
  }

  private Job with(
      String newStatus,
      String newMode,
      String newReason,
      String newStall,
      String newSkipStill,
      long newReused,
      String newTiles,
      String newTilesTaken,
      String newModelName,
      String newModelSha256) {
    return new Job(
        jobId,
        filename,
        sizeBytes,
        newStatus,
        submittedAt,
        startedAt,
        completedAt,
        totalFrames,
        processedFrames,
        detectionsFound,
        error,
        progressPct,
        failedFrames,
        fps,
        models,
        sampleFps,
        cancelled,
        submittedFrames,
        warning,
        newMode,
        newReason,
        newStall,
        newSkipStill,
        newReused,
        newTiles,
        newTilesTaken,
        newModelName,
        newModelSha256);
  }
}
