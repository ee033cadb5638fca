package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_clone;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.util.ArrayDeque;
import java.util.Queue;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * Reads on in a file without an index, decodes nothing and keeps what was read since the last key
 * frame. It gives up where packets have no times at all, where times start over or leap, and where
 * too much would have to be kept.
 */
final class PacketSkim implements AutoCloseable {
  private static final long MOST_BYTES = 64L << 20;
  private static final double LEAP_SECONDS = 10;

  private final MediaFile file;
  private final Runnable signOfLife;
  private final Queue<AVPacket> kept = new ArrayDeque<>();
  private long bytes;
  private long passed;
  private double last = Double.NaN;

  PacketSkim(MediaFile file, Runnable signOfLife) {
    this.file = file;
    this.signOfLife = signOfLife;
  }

  /** Whether a key frame was found before this time, from which {@link #next} goes on. */
  boolean goTo(double seconds) {
    AVPacket packet = av_packet_alloc();
    try {
      while (file.read(packet) >= 0) {
        signOfLife.run();
        if (packet.stream_index() == file.trackIndex() && packet.size() > 0) {
          double time = time(packet);
          if (Double.isNaN(time) || leaps(packet)) {
            return false;
          }
          if ((packet.flags() & AV_PKT_FLAG_KEY) != 0 && time <= seconds) {
            passed += kept.size();
            close();
          }
          keep(packet);
          if (last > seconds || bytes > MOST_BYTES) {
            return bytes <= MOST_BYTES && isKey(kept.peek());
          }
        }
        av_packet_unref(packet);
      }
      return false;
    } finally {
      av_packet_free(packet);
    }
  }

  /** When it is shown, or else decoded, as AVI and program streams say only; NaN without either. */
  private double time(AVPacket packet) {
    return packet.dts() == AV_NOPTS_VALUE || packet.pts() == AV_NOPTS_VALUE
        ? file.times().seconds(packet.dts())
        : file.times().seconds(packet.pts());
  }

  private boolean leaps(AVPacket packet) {
    double before = last;
    last = file.times().seconds(packet.dts());
    return last < before || last > before + LEAP_SECONDS;
  }

  private void keep(AVPacket packet) {
    kept.add(av_packet_clone(packet));
    bytes += packet.size();
  }

  private static boolean isKey(AVPacket packet) {
    return (packet.flags() & AV_PKT_FLAG_KEY) != 0;
  }

  /** How many packets of the track were passed over. */
  long passed() {
    return passed;
  }

  /** The next packet that was kept, which is the caller's to free, or null. */
  AVPacket next() {
    return kept.poll();
  }

  @Override
  public void close() {
    for (AVPacket packet = kept.poll(); packet != null; packet = kept.poll()) {
      av_packet_free(packet);
    }
    bytes = 0;
  }
}
