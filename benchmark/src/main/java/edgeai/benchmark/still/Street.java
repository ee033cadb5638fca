package edgeai.benchmark.still;

import edgeai.benchmark.footage.PaintBox;
import edgeai.benchmark.footage.PaintedFrame;
import edgeai.benchmark.footage.PlainVideo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * The street of the project's clip, whose camera does not move.
 *
 * @param empty the median of many frames, which shows nothing that moves
 * @param moment the frame of a moment, with people and cars
 * @param car one of those that drive by, by itself
 */
record Street(byte[] empty, byte[] moment, Cutout car) {
  /** Frames from one that is taken to the next. */
  private static final int APART = 9;

  /** A frame in which a car is seen whole, with nobody before it. */
  private static final int MOMENT = 152;

  static Street of(Path clip) throws IOException {
    List<byte[]> some = new ArrayList<>();
    byte[] moment = null;
    try (PlainVideo video = new PlainVideo(clip, 1);
        PaintBox box = new PaintBox()) {
      AVFrame frame = video.next();
      for (int number = 0; frame != null; number++) {
        if (number % APART == 0) {
          some.add(box.painted(frame).bgr());
        }
        if (number == MOMENT) {
          moment = box.painted(frame).bgr();
        }
        frame = video.next();
      }
    }
    byte[] empty = median(some);
    return new Street(empty, moment, new Cutout(empty, moment, 620, 400, 915, 545));
  }

  private static byte[] median(List<byte[]> frames) {
    byte[] median = new byte[frames.get(0).length];
    int[] values = new int[frames.size()];
    for (int i = 0; i < median.length; i++) {
      for (int frame = 0; frame < values.length; frame++) {
        values[frame] = frames.get(frame)[i] & 0xff;
      }
      Arrays.sort(values);
      median[i] = (byte) values[values.length / 2];
    }
    return median;
  }

  /** A rectangle of one grey. */
  static void fill(byte[] frame, int left, int top, int width, int height, int grey) {
    for (int y = top; y < top + height; y++) {
      int from = 3 * (y * PaintedFrame.WIDTH + left);
      Arrays.fill(frame, from, from + 3 * width, (byte) grey);
    }
  }
}
