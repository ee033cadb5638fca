package edgeai.common.video;

import edgeai.common.still.GreyPicture;
import java.io.DataInputStream;
import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Makes messages of decoded frames: whole, upright, with square pixels, as large as wanted. */
final class FrameWriter implements AutoCloseable {
  private final long maxPixels;
  private final Orientation orientation;
  private final Deinterlacer fields;
  private final UprightPixels pixels;
  private final JpegEncoder encoder;
  private final DataInputStream in;
  private final Output out;
  private GreyView grey;
  private SizeRequest size = SizeRequest.AS_DISPLAYED;
  private int emitted;
  private long decodeNanos;

  /** Takes messages. */
  interface Output {
    void send(DecoderMessage message) throws IOException;
  }

  /**
   * @param fieldOrder as FFmpeg numbers it
   * @param in says how large pictures are wanted
   */
  FrameWriter(
      DecodeRequest request,
      Orientation orientation,
      int fieldOrder,
      DataInputStream in,
      Output out) {
    this.maxPixels = request.maxPixels();
    this.orientation = orientation;
    this.fields = new Deinterlacer(fieldOrder);
    this.pixels = new UprightPixels(orientation);
    this.encoder = new JpegEncoder(pixels, request.jpegQuality());
    this.in = in;
    this.out = out;
  }

  /** Each frame from now on comes with a small grey picture. */
  void addGrey() {
    grey = new GreyView(orientation);
  }

  /** Adds to what the next picture cost. */
  void decodedFor(long nanos) {
    decodeNanos += nanos;
  }

  /** Takes the next frame, which stays the caller's, and writes those that are ready. */
  void put(AVFrame frame, FrameTime time) throws VideoException, IOException {
    fields.put(frame, time);
    writeReady();
  }

  /** After the last frame: writes what was held back. */
  void finish() throws VideoException, IOException {
    fields.finish();
    writeReady();
  }

  private void writeReady() throws VideoException, IOException {
    for (Deinterlacer.Timed next = fields.take(); next != null; next = fields.take()) {
      write(next.frame(), next.time());
    }
  }

  private void write(AVFrame frame, FrameTime time) throws VideoException, IOException {
    long started = System.nanoTime();
    size = size.orNewer(in);
    PictureSize shown = displayed(frame, time.aspect());
    PictureSize picture = size.of(shown.width(), shown.height());
    byte[] jpeg = encoder.encode(frame, picture);
    GreyPicture small = grey == null ? null : grey.of(frame, shown);
    long encodeNanos = System.nanoTime() - started;
    if (jpeg == null || small == null && grey != null) {
      throw VideoException.refused("has pixels that cannot be converted to a picture");
    }
    emitted++;
    out.send(
        new VideoFrame(
            time.index(),
            time.micros() / 1000,
            shown.width(),
            shown.height(),
            jpeg,
            picture.width(),
            picture.height(),
            decodeNanos,
            encodeNanos,
            small));
    decodeNanos = 0;
  }

  /** How large a frame is shown. */
  PictureSize displayed(AVFrame frame, PixelAspect aspect) throws VideoException {
    return pixels.displayed(frame, aspect, maxPixels);
  }

  int rotation() {
    return orientation.rotation();
  }

  int emitted() {
    return emitted;
  }

  @Override
  public void close() {
    fields.close();
    encoder.close();
    pixels.close();
    if (grey != null) {
      grey.close();
    }
  }
}
