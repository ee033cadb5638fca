package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * What a frame says of its colours, as far as it changes the picture. Of SDR only matrix and range
 * do: every player shows primaries and transfer as those of its display, which is what detectors
 * were trained on, while FFmpeg's scaler would map them (and cannot for some).
 */
record FrameColour(Optional<HdrTransfer> hdr, Gamut gamut) {

  static FrameColour of(AVFrame frame) {
    return new FrameColour(HdrTransfer.of(frame.color_trc()), Gamut.of(frame.color_primaries()));
  }

  /** Leaves only what is to be respected, in terms that FFmpeg's scaler can read. */
  static void neutralise(AVFrame frame) {
    frame.colorspace(matrix(frame));
    frame.color_primaries(AVCOL_PRI_UNSPECIFIED);
    frame.color_trc(AVCOL_TRC_UNSPECIFIED);
    // the scaler refuses to make progressive frames of interlaced ones
    frame.flags(frame.flags() & ~AVFrame.AV_FRAME_FLAG_INTERLACED);
  }

  private static int matrix(AVFrame frame) {
    return switch (frame.colorspace()) {
      case AVCOL_SPC_RGB -> isRgb(frame) ? AVCOL_SPC_RGB : AVCOL_SPC_UNSPECIFIED;
      case AVCOL_SPC_BT709,
          AVCOL_SPC_FCC,
          AVCOL_SPC_BT470BG,
          AVCOL_SPC_SMPTE170M,
          AVCOL_SPC_SMPTE240M,
          AVCOL_SPC_BT2020_NCL ->
          frame.colorspace();
      case AVCOL_SPC_BT2020_CL -> AVCOL_SPC_BT2020_NCL;
      default -> byPrimaries(frame);
    };
  }

  /** Some tag what has a luminance as red, green and blue. */
  private static boolean isRgb(AVFrame frame) {
    return (av_pix_fmt_desc_get(frame.format()).flags() & AV_PIX_FMT_FLAG_RGB) != 0;
  }

  /** The matrix of frames that name none, or one that follows from the primaries. */
  private static int byPrimaries(AVFrame frame) {
    boolean derived =
        frame.colorspace() == AVCOL_SPC_CHROMA_DERIVED_NCL
            || frame.colorspace() == AVCOL_SPC_CHROMA_DERIVED_CL;
    if (HdrTransfer.of(frame.color_trc()).isPresent()
        || derived && frame.color_primaries() == AVCOL_PRI_BT2020) {
      return AVCOL_SPC_BT2020_NCL;
    }
    return derived && frame.color_primaries() == AVCOL_PRI_BT709
        ? AVCOL_SPC_BT709
        : AVCOL_SPC_UNSPECIFIED;
  }
}
