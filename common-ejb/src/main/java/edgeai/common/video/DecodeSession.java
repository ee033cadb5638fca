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
  private final DecodeRequest request;
  private final MediaFile file;
  private final DataInputStream in;
  private final ParentLine line;
  private final HeldVideo held;
  private final FrameSampler sampler;

  DecodeSession(DecodeRequest request, MediaFile file, DataInputStream in, DataOutputStream out) {
    this.request = request;
    this.file = file;
    this.in = in;
    this.line = new ParentLine(out);
    this.held = new HeldVideo(request, in, out);
    double fps = request.sampleFps();
    this.sampler =
        request.source().isPresent() ? FrameSampler.ofArrivals(fps) : new FrameSampler(fps);
  }

  /** Writes header and frames, and returns the last message. */
  DecoderMessage run() throws VideoException, IOException {
    checkDuration();
    try (FrameReader reader = reader()) {
      AVFrame first = reader.next();
      if (first == null) {
        throw file.brokeOff(reader.lastError()).orElseGet(this::noFrames);
      }
      try (FrameWriter writer = writer(reader)) {
        begin(header(first, reader.shown().aspect(), writer), writer);
        decode(reader, first, 0, file.clock(), writer);
        Optional<VideoException> broken = file.brokeOff(reader.lastError());
        if (broken.isPresent()) {
          throw broken.get();
        }
        return end(reader, writer);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Once the header is out, a frame may be waited for less long. */
  private void begin(VideoHeader header, FrameWriter writer) throws VideoException, IOException {
    boolean grey = request.grey();
    if (request.held()) {
      line.send(header);
      grey = held.await();
    } else {
      ChildLibraries.loadPictures();
      line.send(header);
    }
    if (grey) {
      writer.addGrey();
    }
  }

  private FrameReader reader() throws VideoException {
    PacketSelection selection =
        PacketSelection.suits(request, file)
            ? new PacketSelection(file, request.sampleFps())
            : null;
    return new FrameReader(file, request.maxPixels(), line::signOfLife, selection);
  }

  private VideoException noFrames() {
    return VideoException.refused(
        "has a video track, but no frame of it can be read (" + file.codecName() + ")");
  }

  /**
   * Goes to the first frame of the range by a key frame before it, and writes header and frames as
   * {@link #run} does. Empty, with nothing written but signs of life, where the file does not allow
   * that; it has to be opened anew then.
   */
  Optional<DecoderMessage> seek() throws VideoException, IOException {
    checkDuration();
    try (FrameReader reader = new FrameReader(file, request.maxPixels(), line::signOfLife)) {
      AVFrame first = reader.next();
      if (first == null || !reader.shown().hasTime()) {
        return Optional.empty();
      }
      try (FrameWriter writer = writer(reader)) {
        VideoHeader header = header(first, reader.shown().aspect(), writer);
        MediaClock clock = file.times().clock();
        sampler.takes(clock.micros(reader.shown().timestamp()));
        return goOn(reader, clock, writer, header);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Optional<DecoderMessage> goOn(
      FrameReader reader, MediaClock clock, FrameWriter writer, VideoHeader header)
      throws VideoException, IOException {
    FrameRange range = request.range();
    try (RangeSearch search = new RangeSearch(reader, clock, range)) {
      if (!search.find(writer)) {
        return Optional.empty();
      }
      begin(header, writer);
      FrameTime time = search.time();
      clock.resume(time.micros());
      sampler.takes(time.micros());
      writer.put(search.found(), time);
      decode(reader, search.ahead(), range.firstIndex() + 1, clock, writer);
      return Optional.of(end(reader, writer));
    }
  }

  private FrameWriter writer(FrameReader reader) {
    return new FrameWriter(
        request, reader.shown().orientation(), file.parameters().field_order(), in, line);
  }

  private DecoderMessage end(FrameReader reader, FrameWriter writer) {
    return new VideoEnd(
        reader.decoded(), writer.emitted(), request.range().isAll() ? reader.warning() : null);
  }

  /** Writes this frame, which has this number, and those that follow. */
  private void decode(
      FrameReader reader, AVFrame from, long number, FrameClock clock, FrameWriter writer)
      throws VideoException, IOException {
    FrameRange range = request.range();
    long index = number;
    for (AVFrame frame = from; frame != null; frame = next(reader, writer)) {
      index += passOver(reader, clock);
      long micros = clock.micros(reader.shown().timestamp());
      if (micros > request.maxSeconds() * 1e6) {
        throw VideoException.refused(
            "lasts longer than the " + seconds(request.maxSeconds()) + " s allowed");
      }
      boolean wanted = sampler.takes(micros) && range.contains(index);
      writer.put(
          frame, new FrameTime(Math.toIntExact(index), micros, reader.shown().aspect(), wanted));
      checkMemory();
      if (index++ > range.lastIndex()) {
        break; // that one was for those that need to know what comes after them
      }
    }
    passOver(reader, clock);
    writer.finish();
  }

  /** Counts the frames that were left out, without being decoded, before the one that is read. */
  private static int passOver(FrameReader reader, FrameClock clock) {
    int count = 0;
    for (Double time = reader.passedOver(); time != null; time = reader.passedOver()) {
      clock.micros(time);
      count++;
    }
    return count;
  }

  private static AVFrame next(FrameReader reader, FrameWriter writer) throws VideoException {
    long started = System.nanoTime();
    AVFrame frame = reader.next();
    writer.decodedFor(System.nanoTime() - started);
    return frame;
  }

  private VideoHeader header(AVFrame frame, PixelAspect aspect, FrameWriter writer)
      throws VideoException {
    PictureSize shown = writer.displayed(frame, aspect);
    return new VideoHeader(
        request.label(),
        file.codecName(),
        shown.width(),
        shown.height(),
        writer.rotation(),
        file.times().fps(),
        file.times().durationSeconds(),
        FrameSampler.expected(
            file.times().expectedFrames(), file.times().fps(), request.sampleFps()));
  }

  private void checkDuration() throws VideoException {
    if (file.times().durationSeconds() > request.maxSeconds()) {
      throw VideoException.refused(
          "lasts %s s, more than the %s s allowed"
              .formatted(seconds(file.times().durationSeconds()), seconds(request.maxSeconds())));
    }
  }

  private static String seconds(double value) {
    return BigDecimal.valueOf(value)
        .setScale(3, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** JavaCPP knows the limit (maxphysicalbytes) but counts only its own blocks, not FFmpeg's. */
  static void checkMemory() {
    long limit = Pointer.maxPhysicalBytes();
    if (limit > 0 && Pointer.physicalBytes() > limit) {
      throw new OutOfMemoryError("resident memory");
    }
  }
}
