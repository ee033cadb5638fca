package edgeai.common.video;

/**
 * Brings luminance up to a picture's own peak into that of SDR: the EETF of ITU-R BT.2390-10,
 * 5.4.1, without its black level. What lies below the knee stays as it is, and so does a picture
 * that is nowhere brighter than SDR's white.
 */
final class ToneCurve {
  private final double peak;
  private final double white;
  private final double knee;

  /** Takes the brightest that counts, in SDR whites. */
  ToneCurve(double peakWhites) {
    peak = HdrTransfer.perceived(Math.max(1, peakWhites));
    white = HdrTransfer.perceived(1) / peak;
    knee = 1.5 * white - 0.5;
  }

  /** The factor that brings a luminance, in SDR whites, to where it belongs: 1 or less. */
  double gain(double whites) {
    if (whites <= 0) {
      return 1;
    }
    double signal = HdrTransfer.perceived(whites) / peak;
    return signal <= knee || knee >= 1 ? Math.min(1, 1 / whites) : bend(signal) / whites;
  }

  /** Up to here every luminance stays as it is. */
  double untouched() {
    return Math.min(1, HdrTransfer.PQ.light(Math.max(0, knee) * peak));
  }

  /** The Hermite spline between knee and peak, back as luminance. */
  private double bend(double signal) {
    double t = Math.min(1, (signal - knee) / (1 - knee));
    double square = t * t;
    double cube = square * t;
    double bent =
        (2 * cube - 3 * square + 1) * knee
            + (cube - 2 * square + t) * (1 - knee)
            + (3 * square - 2 * cube) * white;
    return Math.min(1, HdrTransfer.PQ.light(bent * peak));
  }
}
