package edgeai.benchmark;

import edgeai.common.guard.Failures;
import edgeai.common.guard.Schedule;
import edgeai.common.video.DecoderCommand;
import edgeai.common.video.VideoDecoder;
import edgeai.common.video.VideoException;
import edgeai.common.video.VideoFrame;
import edgeai.common.video.VideoLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** The project's clip as the product decodes it. */
public final class Clip {

  private static final double SECONDS = 15;

  /** Of frames on their way to a worker, where {@code JPEG_QUALITY} is not set. */
  private static final int JPEG_QUALITY = 85;

  private Clip() {}

  /**
   * Frames from the whole length of the clip, at even distances.
   *
   * @param count how many, 1 to 225
   * @return JPEGs of 1280x720
   */
  public static List<byte[]> frames(Run run, int count)
      throws VideoException, InterruptedException {
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    Schedule schedule = new Schedule(timer, new Failures());
    DecoderCommand command = DecoderCommand.in(run.scratch().resolve("natives"));
    try (VideoDecoder decoder =
        VideoDecoder.start(
            command, run.clip(), count / SECONDS, JPEG_QUALITY, VideoLimits.DEFAULT, schedule)) {
      List<byte[]> frames = new ArrayList<>();
      for (Optional<VideoFrame> next = decoder.next();
          next.isPresent() && frames.size() < count;
          next = decoder.next()) {
        frames.add(next.get().jpeg());
      }
      return frames;
    } finally {
      timer.shutdownNow();
    }
  }
}
