package edgeai.common.still;

/**
 * How much brighter a picture is than another of the same scene, as a factor: the median of the
 * ratios of their cells, which what moves does not sway as long as it is less than half of them.
 * Linear normalisation of intensity, after Radke, Andra, Al-Kofahi, Roysam, "Image change detection
 * algorithms: a systematic survey", IEEE Transactions on Image Processing 14(3), 2005.
 */
final class Light {
  /** The factor of light that did not change. */
  static final int SAME = 256;

  /** Darker cells are noise for the most part. */
  private static final int DARKEST = 16 * GreyPicture.LEVEL;

  /** Brighter ones may have been cut off. */
  private static final int BRIGHTEST = 250 * GreyPicture.LEVEL;

  private static final int LARGEST = 4 * SAME;

  /** A picture needs so much of its cells to be told from. */
  private static final int TENTH = 10;

  private Light() {}

  /** In parts of {@link #SAME}. */
  static int between(GreyPicture before, GreyPicture now) {
    int[] counts = new int[LARGEST];
    int counted = 0;
    for (int i = 0; i < before.size(); i++) {
      int was = before.cell(i);
      int is = now.cell(i);
      if (was >= DARKEST && was <= BRIGHTEST && is <= BRIGHTEST) {
        counts[Math.min(LARGEST - 1, (is * SAME + was / 2) / was)]++;
        counted++;
      }
    }
    return counted * TENTH < before.size() ? SAME : Median.of(counts, counted);
  }
}
