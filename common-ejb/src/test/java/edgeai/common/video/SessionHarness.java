package edgeai.common.video;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import edgeai.common.video.DecoderHarness.Reading;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decodes as the child does, in this process: much faster, for files that tests made themselves.
 */
final class SessionHarness {
  static final int JPEG_QUALITY = 95;

  private static final int LARGEST = 256 << 20;

  private SessionHarness() {}

  static Reading read(Path file) throws VideoException, IOException {
    return read(file, 0, SizeRequest.AS_DISPLAYED, VideoLimits.DEFAULT);
  }

  static Reading read(Path file, double fps, VideoLimits limits)
      throws VideoException, IOException {
    return read(file, fps, SizeRequest.AS_DISPLAYED, limits);
  }

  static VideoHeader header(Path file) throws VideoException, IOException {
    return read(file).header();
  }

  /** Takes frames per second, 0 for all, and how large pictures are to be. */
  static Reading read(Path file, double fps, SizeRequest size, VideoLimits limits)
      throws VideoException, IOException {
    return read(file, FrameRange.ALL, fps, size, limits).orElseThrow();
  }

  /** By a key frame before them, empty where the file does not allow to go there. */
  static Optional<Reading> seek(Path file, FrameRange range) throws VideoException, IOException {
    return read(file, range, 0, SizeRequest.AS_DISPLAYED, VideoLimits.DEFAULT);
  }

  private static Optional<Reading> read(
      Path file, FrameRange range, double fps, SizeRequest size, VideoLimits limits)
      throws VideoException, IOException {
    DecodeRequest request = request(file, range, fps, limits);
    ByteArrayOutputStream asked = new ByteArrayOutputStream();
    size.write(new DataOutputStream(asked));
    ByteArrayOutputStream answered = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(answered);
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(asked.toByteArray()));
    try (MediaFile media = new MediaFile(request)) {
      DecodeSession session = new DecodeSession(request, media, in, out);
      Optional<DecoderMessage> end = range.isAll() ? Optional.of(session.run()) : session.seek();
      if (end.isEmpty()) {
        return Optional.empty();
      }
      end.get().write(out);
    }
    return Optional.of(
        reading(new DataInputStream(new ByteArrayInputStream(answered.toByteArray()))));
  }

  /** Watches a source until it refuses or fails, which it must. */
  static VideoException refusal(LiveSource source) {
    DecodeRequest request =
        new DecodeRequest(
            ProcessHandle.current().pid(),
            source.address(),
            null,
            source.kind(),
            5,
            JPEG_QUALITY,
            VideoLimits.DEFAULT.maxPixels(),
            Double.MAX_VALUE,
            FrameRange.ALL,
            null,
            false,
            false);
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(new byte[0]));
    DataOutputStream out = new DataOutputStream(new ByteArrayOutputStream());
    return catchThrowableOfType(
        VideoException.class,
        () -> {
          try (MediaFile media = new MediaFile(request)) {
            new DecodeSession(request, media, in, out).run();
          }
        });
  }

  /** All frames of a file. */
  static DecodeRequest request(Path file) throws VideoException {
    return request(file, FrameRange.ALL, 0, VideoLimits.DEFAULT);
  }

  private static DecodeRequest request(Path file, FrameRange range, double fps, VideoLimits limits)
      throws VideoException {
    return new DecodeRequest(
        ProcessHandle.current().pid(),
        file.toString(),
        ContainerSignature.require(file),
        null,
        fps,
        JPEG_QUALITY,
        limits.maxPixels(),
        limits.maxSeconds(),
        range,
        null,
        false,
        false);
  }

  private static Reading reading(DataInputStream in) throws IOException {
    VideoHeader header = null;
    List<VideoFrame> frames = new ArrayList<>();
    while (true) {
      DecoderMessage message = DecoderMessage.read(in, LARGEST);
      if (message instanceof VideoHeader first) {
        header = first;
      } else if (message instanceof VideoFrame frame) {
        frames.add(frame);
      } else if (message instanceof VideoEnd end) {
        return new Reading(header, frames, end);
      }
    }
  }
}
