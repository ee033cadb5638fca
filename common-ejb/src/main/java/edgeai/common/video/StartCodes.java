package edgeai.common.video;

import static edgeai.common.video.ContainerSignature.H264;
import static edgeai.common.video.ContainerSignature.H265;
import static edgeai.common.video.ContainerSignature.MPEG_VIDEO;

import java.util.Optional;
import java.util.Set;

/** Tells what consists of units that begin with the bytes 0, 0, 1: MPEG streams and raw video. */
final class StartCodes {
  static final int PACK = 0xBA;

  private static final int SEQUENCE = 0xB3;
  private static final int H264_PARAMETERS = 7;
  private static final Set<Integer> H264_PROFILES =
      Set.of(44, 66, 77, 83, 86, 88, 100, 110, 118, 122, 128, 244);
  private static final Set<Integer> H264_FIRST = Set.of(1, 5, 6, 7, 8, 9);
  private static final int H265_VIDEO = 0x40;
  private static final int H265_PARAMETERS = 0x42;
  private static final int H265_DELIMITER = 0x46;

  private StartCodes() {}

  /**
   * An MPEG program stream (ISO/IEC 13818-1, 2.5; ISO/IEC 11172-1): it begins with a pack, or has
   * several where a recorder put something of its own in front or it was cut out of a longer one.
   */
  static boolean programStream(byte[] head) {
    int first = pack(head, 0);
    boolean recorders = head[0] == 'I' && head[1] == 'M' && head[2] == 'K' && head[3] == 'H';
    return first == 0 || first > 0 && (recorders || pack(head, first + 4) > 0);
  }

  /** Where the next head of a pack begins; -1 where there is none. */
  static int pack(byte[] bytes, int from) {
    for (int at = next(bytes, from); at >= 0; at = next(bytes, at + 3)) {
      if (at + 12 <= bytes.length && (bytes[at + 3] & 255) == PACK && isPack(bytes[at + 4])) {
        return at;
      }
    }
    return -1;
  }

  private static boolean isPack(byte clock) {
    return (clock & 0xC4) == 0x44 || (clock & 0xF1) == 0x21;
  }

  /** A raw stream of a codec, as recorders write it: from its first byte, with its parameters. */
  static Optional<ContainerSignature> rawVideo(byte[] head) {
    int first = next(head, 0);
    if (first < 0 || !onlyZeros(head, first) || first + 7 > head.length) {
      return Optional.empty();
    }
    int unit = head[first + 3] & 255;
    if (unit == SEQUENCE) {
      return (head[first + 4] | head[first + 5] & 0xF0) != 0
          ? Optional.of(MPEG_VIDEO)
          : Optional.empty();
    }
    boolean h265 = unit == H265_VIDEO || unit == H265_PARAMETERS || unit == H265_DELIMITER;
    if (h265 && head[first + 4] == 1 && hasH265Parameters(head)) {
      return Optional.of(H265);
    }
    return unit < 0x80 && H264_FIRST.contains(unit & 31) && hasH264Parameters(head)
        ? Optional.of(H264)
        : Optional.empty();
  }

  private static boolean onlyZeros(byte[] head, int end) {
    for (int i = 0; i < end; i++) {
      if (head[i] != 0) {
        return false;
      }
    }
    return true;
  }

  /** Sequence parameter set (H.264, 7.3.2.1.1), whose second byte is one of the known profiles. */
  private static boolean hasH264Parameters(byte[] head) {
    for (int at = next(head, 0); at >= 0; at = next(head, at + 3)) {
      if (at + 5 <= head.length
          && (head[at + 3] & 0x9F) == H264_PARAMETERS
          && H264_PROFILES.contains(head[at + 4] & 255)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasH265Parameters(byte[] head) {
    for (int at = next(head, 0); at >= 0; at = next(head, at + 3)) {
      if (at + 5 <= head.length && head[at + 3] == H265_PARAMETERS && head[at + 4] == 1) {
        return true;
      }
    }
    return false;
  }

  private static int next(byte[] bytes, int from) {
    for (int i = from; i + 4 <= bytes.length; i++) {
      if (bytes[i] == 0 && bytes[i + 1] == 0 && bytes[i + 2] == 1) {
        return i;
      }
    }
    return -1;
  }
}
