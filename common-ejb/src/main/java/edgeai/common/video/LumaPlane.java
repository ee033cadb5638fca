package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import org.bytedeco.ffmpeg.avutil.AVComponentDescriptor;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.javacpp.BytePointer;

/**
 * The first component of a frame, line by line, as values of 8 bits: luminance, or grey, or one of
 * the colours where the frame has no luminance.
 */
final class LumaPlane {
  private final BytePointer data;
  private final long lineSize;
  private final int step;
  private final int offset;
  private final boolean wide;
  private final int shift;
  private final byte[] row;

  LumaPlane(AVFrame frame) {
    AVPixFmtDescriptor format = av_pix_fmt_desc_get(frame.format());
    AVComponentDescriptor first = format.comp(0);
    data = frame.data(first.plane());
    lineSize = frame.linesize(first.plane());
    step = first.step();
    offset = first.offset();
    wide = first.depth() > 8;
    shift = first.shift() + Math.max(0, first.depth() - 8);
    row = new byte[frame.width() * step];
  }

  void read(int line, int[] values) {
    data.position(line * lineSize).get(row);
    for (int x = 0; x < values.length; x++) {
      int at = x * step + offset;
      int value = row[at] & 0xff;
      if (wide) {
        value |= (row[at + 1] & 0xff) << 8;
      }
      values[x] = value >> shift;
    }
  }
}
