package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_ARIB_STD_B67;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_SMPTE2084;

import java.util.Optional;

/**
 * How pictures of high dynamic range code light, after ITU-R BT.2100: as absolute luminance (PQ) or
 * as light of the scene (HLG).
 */
enum HdrTransfer {
  PQ {
    /** The EOTF, BT.2100 table 4. */
    @Override
    double light(double signal) {
      double root = Math.pow(signal, 1 / M2);
      return Math.pow(Math.max(0, root - C1) / (C2 - C3 * root), 1 / M1) * PQ_NITS / WHITE_NITS;
    }
  },
  HLG {
    /**
     * The inverse OETF and the OOTF, BT.2100 table 5. The gamma of the latter acts on each
     * component, as on every SDR display, which HLG was made to be shown on; on luminance, as
     * BT.2100 has it for displays of its own, colours come out paler than SDR's.
     */
    @Override
    double light(double signal) {
      double scene = signal <= 0.5 ? signal * signal / 3 : (Math.exp((signal - C) / A) + B) / 12;
      return Math.pow(scene, HLG_GAMMA) * HLG_NITS / WHITE_NITS;
    }
  };

  /** Where a white sheet of paper lies, which is the white of SDR: ITU-R BT.2408. */
  static final double WHITE_NITS = 203;

  /** The display that HLG's OOTF is for when nothing is known of it, BT.2100 table 5. */
  private static final double HLG_NITS = 1000;

  private static final double HLG_GAMMA = 1.2;
  private static final double PQ_NITS = 10_000;
  private static final double M1 = 2610.0 / 16384;
  private static final double M2 = 2523.0 / 32;
  private static final double C1 = 3424.0 / 4096;
  private static final double C2 = 2413.0 / 128;
  private static final double C3 = 2392.0 / 128;
  private static final double A = 0.17883277;
  private static final double B = 1 - 4 * A;
  private static final double C = 0.5 - A * Math.log(4 * A);

  /** The light that a display gives for a signal 0 to 1, in SDR whites. */
  abstract double light(double signal);

  /** PQ's signal of a luminance in SDR whites: equal steps of it look equal. */
  static double perceived(double whites) {
    double power = Math.pow(Math.max(0, whites) * WHITE_NITS / PQ_NITS, M1);
    return Math.pow((C1 + C2 * power) / (1 + C3 * power), M2);
  }

  /** By FFmpeg's number of a transfer characteristic; empty for those of SDR. */
  static Optional<HdrTransfer> of(int characteristic) {
    return switch (characteristic) {
      case AVCOL_TRC_SMPTE2084 -> Optional.of(PQ);
      case AVCOL_TRC_ARIB_STD_B67 -> Optional.of(HLG);
      default -> Optional.empty();
    };
  }
}
