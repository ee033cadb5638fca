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
        send(header(first, reader.aspect(), orientation));
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
    try (Deinterlacer fields = new Deinterlacer(file.parameters().field_order())) {
      for (AVFrame frame = first; frame != null; frame = next(reader)) {
        long micros = clock.micros(reader.timestamp());
        if (micros > request.maxSeconds() * 1e6) {
          throw VideoException.refused(
              "lasts longer than the " + seconds(request.maxSeconds()) + " s allowed");
        }
        boolean wanted = sampler.takes(micros);
        fields.put(frame, new FrameTime(reader.decoded() - 1, micros, reader.aspect(), wanted));
        emit(fields, encoder, orientation);
        checkMemory();
      }
      fields.finish();
      emit(fields, encoder, orientation);
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

  private void emit(Deinterlacer fields, JpegEncoder encoder, Orientation way)
      throws VideoException, IOException {
    for (Deinterlacer.Timed next = fields.take(); next != null; next = fields.take()) {
      emit(next.frame(), next.time(), encoder, way);
    }
  }

  private void emit(AVFrame frame, FrameTime time, JpegEncoder encoder, Orientation way)
      throws VideoException, IOException {
    long started = System.nanoTime();
    size = size.orNewer(in);
    PictureSize shown = displayed(frame, time.aspect(), way);
    PictureSize picture = size.of(shown.width(), shown.height());
    byte[] jpeg = encoder.encode(frame, picture);
    long encodeNanos = System.nanoTime() - started;
    if (jpeg == null) {
      throw VideoException.refused("has pixels that cannot be converted to a picture");
    }
    emitted++;
    send(
        new VideoFrame(
            time.index(),
            time.micros() / 1000,
            shown.width(),
            shown.height(),
            jpeg,
            picture.width(),
            picture.height(),
            decodeNanos,
            encodeNanos));
    decodeNanos = 0;
  }

  private VideoHeader header(AVFrame frame, PixelAspect aspect, Orientation way)
      throws VideoException {
    PictureSize shown = displayed(frame, aspect, way);
    return new VideoHeader(
        request.label(),
        file.codecName(),
        shown.width(),
        shown.height(),
        way.rotation(),
        file.fps(),
        file.durationSeconds(),
        FrameSampler.expected(file.expectedFrames(), file.fps(), request.sampleFps()));
  }

  private PictureSize displayed(AVFrame frame, PixelAspect aspect, Orientation way)
      throws VideoException {
    PictureSize lying = aspect.squared(frame.width(), frame.height());
    MediaFile.checkPixels(lying.width(), lying.height(), request.maxPixels());
    return way.swapsSides() ? lying.turned() : lying;
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
