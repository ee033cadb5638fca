package edgeai.common.still;

import java.util.Arrays;
import java.util.BitSet;

/**
 * How much of each window shows something else in a picture than in one before, light and noise
 * aside. A cell has changed where it differs by more than the picture's own noise, which is told by
 * the median of all differences (Rousseeuw, Croux, "Alternatives to the median absolute deviation",
 * JASA 88, 1993); that changes are looked for by windows is after Aach, Kaup, Mester, "Statistical
 * model-based change detection in moving video", Signal Processing 31, 1993.
 */
final class WindowChanges {
  /** 4.7 standard deviations of noise with a normal distribution. */
  private static final int MEDIANS = 7;

  /** What coding makes of a scene that stands still stays below. */
  private static final int LEAST = 6 * GreyPicture.LEVEL;

  /** Where most of a picture moves, the median is no noise. */
  private static final int MOST = 16 * GreyPicture.LEVEL;

  private static final int WHITE = 255 * GreyPicture.LEVEL;

  /** Darker or brighter than by these, it is another light. */
  private static final int DARKER = Light.SAME * 3 / 4;

  private static final int BRIGHTER = Light.SAME * 4 / 3;

  private final int[] counts;

  private WindowChanges(int[] counts) {
    this.counts = counts;
  }

  /** Of two pictures of the same size. */
  static WindowChanges between(GreyPicture before, GreyPicture now) {
    WindowGrid windows = WindowGrid.of(now);
    int light = Light.between(before, now);
    if (light < DARKER || light > BRIGHTER) {
      int[] all = new int[windows.count()];
      Arrays.fill(all, WindowGrid.CELLS);
      return new WindowChanges(all);
    }
    int[] differences = differences(before, now, light);
    return new WindowChanges(
        windows.counts(beyond(differences, threshold(differences)), now.columns()));
  }

  private static int[] differences(GreyPicture before, GreyPicture now, int light) {
    int[] differences = new int[now.size()];
    for (int i = 0; i < differences.length; i++) {
      int expected = Math.min(WHITE, before.cell(i) * light / Light.SAME);
      differences[i] = Math.abs(now.cell(i) - expected);
    }
    return differences;
  }

  private static int threshold(int... differences) {
    int[] counts = new int[MOST / MEDIANS + 2];
    for (int difference : differences) {
      counts[Math.min(counts.length - 1, difference)]++;
    }
    int noise = Median.of(counts, differences.length);
    return Math.max(LEAST, Math.min(MOST, MEDIANS * noise));
  }

  private static BitSet beyond(int[] differences, int threshold) {
    BitSet beyond = new BitSet(differences.length);
    for (int i = 0; i < differences.length; i++) {
      if (differences[i] > threshold) {
        beyond.set(i);
      }
    }
    return beyond;
  }

  /** How many windows there are. */
  int size() {
    return counts.length;
  }

  /** How much of a window has changed, 0 to 1. */
  double share(int window) {
    return (double) counts[window] / WindowGrid.CELLS;
  }

  /** How much of the window has changed that changed most, 0 to 1. */
  double most() {
    return Arrays.stream(counts).max().orElse(0) / (double) WindowGrid.CELLS;
  }

  /** Windows of which so much has changed, or more. */
  BitSet from(double share) {
    BitSet from = new BitSet(counts.length);
    for (int window = 0; window < counts.length; window++) {
      from.set(window, share(window) >= share);
    }
    return from;
  }
}
