package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_SMPTE431;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_SMPTE432;

/**
 * The primaries that pictures of high dynamic range come in: how their linear light becomes that of
 * BT.709.
 */
enum Gamut {
  BT709(new float[] {1, 0, 0, 0, 1, 0, 0, 0, 1}),
  /** SMPTE EG 432-1, white of D65. */
  P3(
      new float[] {
        1.224940f, -0.224940f, 0, -0.042057f, 1.042057f, 0, -0.019638f, -0.078636f, 1.098274f
      }),
  /** ITU-R BT.2087. */
  BT2020(
      new float[] {
        1.660491f,
        -0.587641f,
        -0.072850f,
        -0.124550f,
        1.132900f,
        -0.008349f,
        -0.018151f,
        -0.100579f,
        1.118730f
      });

  private final float[] toBt709;

  Gamut(float[] toBt709) {
    this.toBt709 = toBt709;
  }

  /** By FFmpeg's number; BT.2020, which goes with HDR, where nothing else is said. */
  static Gamut of(int primaries) {
    return switch (primaries) {
      case AVCOL_PRI_BT709 -> BT709;
      case AVCOL_PRI_SMPTE431, AVCOL_PRI_SMPTE432 -> P3;
      default -> BT2020;
    };
  }

  /** Three rows for red, green and blue of BT.709; below 0 where it has no such colour. */
  float[] toBt709() {
    return toBt709.clone();
  }
}
