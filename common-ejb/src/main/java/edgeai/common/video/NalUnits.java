package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;

import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * Reads the headers of the units that packets of H.264 (ITU-T H.264, 7.4.1) and HEVC (H.265, 7.4.2)
 * consist of: what refers to a picture, and where decoding can begin.
 */
final class NalUnits {
  private static final int H264_SLICE = 1;
  private static final int H264_IDR = 5;
  private static final int H264_SEI = 6;
  private static final int H264_DELIMITER = 9;
  private static final int H264_FILLER = 12;
  private static final int HEVC_LAST_SUBLAYER = 15;
  private static final int HEVC_IDR_W_RADL = 19;
  private static final int HEVC_IDR_N_LP = 20;
  private static final int HEVC_LAST_SLICE = 31;
  private static final int HEVC_DELIMITER = 35;
  private static final int HEVC_FILLER = 38;
  private static final int HEVC_LAST_SEI = 40;

  private final boolean hevc;

  /** Bytes that hold a unit's length; 0 where units begin with start codes. */
  private final int lengthBytes;

  /**
   * What the units of a packet say together.
   *
   * @param spare nothing in its own temporal layer, or below, refers to its picture, and it has
   *     nothing but the picture
   * @param layer temporal layer of its picture, 0 where the codec has none
   * @param restart its picture is an IDR picture: nothing after it refers to what came before
   */
  record Use(boolean spare, int layer, boolean restart) {
    static final Use UNKNOWN = new Use(false, 0, false);
  }

  private NalUnits(boolean hevc, int lengthBytes) {
    this.hevc = hevc;
    this.lengthBytes = lengthBytes;
  }

  /** Of a track's packets; empty where its codec has no such units. */
  static Optional<NalUnits> of(AVCodecParameters track) {
    byte[] extra = new byte[Math.max(0, track.extradata_size())];
    if (extra.length > 0) {
      track.extradata().get(extra);
    }
    return switch (track.codec_id()) {
      case AV_CODEC_ID_H264 ->
          Optional.of(
              new NalUnits(false, extra.length > 6 && extra[0] == 1 ? 1 + (extra[4] & 3) : 0));
      case AV_CODEC_ID_HEVC ->
          Optional.of(
              new NalUnits(true, extra.length > 22 && isRecord(extra) ? 1 + (extra[21] & 3) : 0));
      default -> Optional.empty();
    };
  }

  /** As FFmpeg tells a configuration record from a start code. */
  private static boolean isRecord(byte[] extra) {
    return extra[0] != 0 || extra[1] != 0 || (extra[2] & 255) > 1;
  }

  Use of(AVPacket packet) {
    byte[] bytes = new byte[packet.size()];
    packet.data().get(bytes);
    return of(bytes);
  }

  Use of(byte[] packet) {
    Summary summary = new Summary();
    boolean whole = lengthBytes > 0 ? byLengths(packet, summary) : byStartCodes(packet, summary);
    return whole ? summary.use() : Use.UNKNOWN;
  }

  private boolean byLengths(byte[] packet, Summary summary) {
    int at = 0;
    while (at + lengthBytes <= packet.length) {
      long length = 0;
      for (int i = 0; i < lengthBytes; i++) {
        length = length << 8 | packet[at++] & 255;
      }
      if (length > packet.length - at) {
        return false;
      }
      if (length > 1) {
        summary.add(packet[at] & 255, packet[at + 1] & 255);
      }
      at += (int) length;
    }
    return at == packet.length;
  }

  private boolean byStartCodes(byte[] packet, Summary summary) {
    for (int at = 0; at + 4 < packet.length; at++) {
      if (packet[at] == 0 && packet[at + 1] == 0 && packet[at + 2] == 1) {
        summary.add(packet[at + 3] & 255, packet[at + 4] & 255);
      }
    }
    return true;
  }

  private final class Summary {
    private boolean slices;
    private boolean restart = true;
    private boolean needed;
    private int layer;

    void add(int first, int second) {
      if (hevc) {
        addHevc(first >> 1 & 63, (second & 7) - 1);
      } else {
        addH264(first & 31, first >> 5 & 3);
      }
    }

    private void addH264(int type, int reference) {
      if (type >= H264_SLICE && type <= H264_IDR) {
        slices = true;
        restart &= type == H264_IDR;
        needed |= reference != 0;
      } else {
        needed |= type != H264_SEI && type != H264_DELIMITER && type != H264_FILLER;
      }
    }

    private void addHevc(int type, int temporal) {
      if (type <= HEVC_LAST_SLICE) {
        slices = true;
        layer = Math.max(layer, temporal);
        restart &= type == HEVC_IDR_W_RADL || type == HEVC_IDR_N_LP;
        needed |= type >= HEVC_LAST_SUBLAYER || type % 2 != 0;
      } else {
        needed |= type != HEVC_DELIMITER && (type < HEVC_FILLER || type > HEVC_LAST_SEI);
      }
    }

    Use use() {
      return slices ? new Use(!needed, layer, restart) : Use.UNKNOWN;
    }
  }
}
