package edgeai.common.video;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.Pointer;

/** Decodes one opened file frame by frame inside the child and writes what the parent asked for. */
final class DecodeSession {
  private static final long PROGRESS_NANOS = 1_000_000_000L;

  private final DecodeRequest request;
  private final MediaFile file;
  private final DataInputStream in;
  private final DataOutputStream out;
  private SizeRequest size = SizeRequest.AS_DISPLAYED;
  private long lastWord = System.nanoTime();
  private int emitted;
  private long decodeNanos;

  DecodeSession(DecodeRequest request, MediaFile file, DataInputStream in, DataOutputStream out) {
    this.request = request;
    this.file = file;
    this.in = in;
    this.out = out;
  }

  /** Writes header and frames, and returns the last message. */
  Message run() throws VideoException, IOException {
    checkDuration();
    try (FrameReader reader = new FrameReader(file, request.maxPixels(), this::signOfLife)) {
      AVFrame first = next(reader);
      if (first == null) {
        throw file.brokeOff(reader.lastError()).orElseGet(this::noFrames);
      }
      Orientation orientation = reader.orientation();
      try (JpegEncoder encoder = new JpegEncoder(orientation, request.jpegQuality())) {
        send(header(first, orientation));
        decode(reader, first, encoder, orientation);
      }
      Optional<VideoException> broken = file.brokeOff(reader.lastError());
      if (broken.isPresent()) {
        throw broken.get();
      }
      return new VideoEnd(reader.decoded(), emitted, reader.warning());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private VideoException noFrames() {
    return VideoException.refused(
        "has a video track, but no frame of it can be read (" + file.codecName() + ")");
  }

  private void decode(
      FrameReader reader, AVFrame first, JpegEncoder encoder, Orientation orientation)
      throws VideoException, IOException {
    FrameClock clock = file.clock();
    FrameSampler sampler = sampler();
    for (AVFrame frame = first; frame != null; frame = next(reader)) {
      long micros = clock.micros(reader.timestamp());
      if (micros > request.maxSeconds() * 1e6) {
        throw VideoException.refused(
            "lasts longer than the " + seconds(request.maxSeconds()) + " s allowed");
      }
      if (sampler.takes(micros)) {
        emit(frame, reader.decoded() - 1, micros / 1000, encoder, orientation);
      }
      checkMemory();
    }
  }

  private FrameSampler sampler() {
    double fps = request.sampleFps();
    return request.source().isPresent() ? FrameSampler.ofArrivals(fps) : new FrameSampler(fps);
  }

  private AVFrame next(FrameReader reader) throws VideoException {
    long started = System.nanoTime();
    AVFrame frame = reader.next();
    decodeNanos += System.nanoTime() - started;
    return frame;
  }

  private void emit(AVFrame frame, int index, long millis, JpegEncoder encoder, Orientation way)
      throws VideoException, IOException {
    long started = System.nanoTime();
    size = size.orNewer(in);
    int width = width(frame, way);
    int height = height(frame, way);
    PictureSize picture = size.of(width, height);
    byte[] jpeg = encoder.encode(frame, picture);
    long encodeNanos = System.nanoTime() - started;
    if (jpeg == null) {
      throw VideoException.refused("has pixels that cannot be converted to a picture");
    }
    emitted++;
    send(
        new VideoFrame(
            index,
            millis,
            width,
            height,
            jpeg,
            picture.width(),
            picture.height(),
            decodeNanos,
            encodeNanos));
    decodeNanos = 0;
  }

  private VideoHeader header(AVFrame frame, Orientation way) {
    return new VideoHeader(
        request.label(),
        file.codecName(),
        width(frame, way),
        height(frame, way),
        way.rotation(),
        file.fps(),
        file.durationSeconds(),
        FrameSampler.expected(file.expectedFrames(), file.fps(), request.sampleFps()));
  }

  private static int width(AVFrame frame, Orientation way) {
    return way.swapsSides() ? frame.height() : frame.width();
  }

  private static int height(AVFrame frame, Orientation way) {
    return way.swapsSides() ? frame.width() : frame.height();
  }

  private void checkDuration() throws VideoException {
    if (file.durationSeconds() > request.maxSeconds()) {
      throw VideoException.refused(
          "lasts %s s, more than the %s s allowed"
              .formatted(seconds(file.durationSeconds()), seconds(request.maxSeconds())));
    }
  }

  private static String seconds(double value) {
    return BigDecimal.valueOf(value)
        .setScale(3, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** JavaCPP knows the limit (maxphysicalbytes) but counts only its own blocks, not FFmpeg's. */
  private static void checkMemory() {
    long limit = Pointer.maxPhysicalBytes();
    if (limit > 0 && Pointer.physicalBytes() > limit) {
      throw new OutOfMemoryError("resident memory");
    }
  }

  private void signOfLife() {
    if (System.nanoTime() - lastWord > PROGRESS_NANOS) {
      try {
        send(new Message.Progress());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void send(Message message) throws IOException {
    message.write(out);
    out.flush();
    lastWord = System.nanoTime();
  }
}
