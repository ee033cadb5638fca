package edgeai.common.video;

import edgeai.common.guard.Failures;
import edgeai.common.guard.Schedule;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;

/**
 * What all tests with a real child share; the natives are unpacked once per build and process that
 * tests.
 */
final class DecoderHarness {
  static final DecoderCommand COMMAND =
      DecoderCommand.in(Path.of("target", "decoder-" + System.getProperty("edge.fork", "1")));
  static final Schedule TIMER =
      new Schedule(
          Executors.newSingleThreadScheduledExecutor(
              task -> {
                Thread thread = new Thread(task, "stall-timer");
                thread.setDaemon(true);
                return thread;
              }),
          new Failures());

  /** A video that was read to its end. */
  record Reading(VideoHeader header, List<VideoFrame> frames, VideoEnd end) {
    List<Long> times() {
      return frames.stream().map(VideoFrame::mediaTimeMs).toList();
    }

    List<Integer> indices() {
      return frames.stream().map(VideoFrame::index).toList();
    }

    BufferedImage picture(int position) throws IOException {
      return DecoderHarness.picture(frames.get(position));
    }
  }

  static BufferedImage picture(VideoFrame frame) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(frame.jpeg()));
  }

  private DecoderHarness() {}

  static VideoDecoder start(Path file) throws VideoException, InterruptedException {
    return start(file, 0, VideoLimits.DEFAULT);
  }

  static VideoDecoder start(Path file, double fps, VideoLimits limits)
      throws VideoException, InterruptedException {
    return start(file, fps, 90, limits);
  }

  private static VideoDecoder start(Path file, double fps, int quality, VideoLimits limits)
      throws VideoException, InterruptedException {
    return VideoDecoder.start(COMMAND, file, fps, quality, limits, TIMER);
  }

  static VideoHeader header(Path file) throws VideoException, InterruptedException {
    try (VideoDecoder decoder = start(file)) {
      return decoder.header();
    }
  }

  static Reading read(Path file) throws VideoException, InterruptedException {
    return read(file, 0, VideoLimits.DEFAULT);
  }

  static Reading read(Path file, int quality) throws VideoException, InterruptedException {
    return read(start(file, 0, quality, VideoLimits.DEFAULT));
  }

  static Reading read(Path file, double fps, VideoLimits limits)
      throws VideoException, InterruptedException {
    return read(start(file, fps, limits));
  }

  private static Reading read(VideoDecoder started) throws VideoException, InterruptedException {
    try (VideoDecoder decoder = started) {
      List<VideoFrame> frames = new ArrayList<>();
      for (Optional<VideoFrame> next = decoder.next(); next.isPresent(); next = decoder.next()) {
        frames.add(next.get());
      }
      return new Reading(decoder.header(), frames, decoder.end());
    }
  }
}
