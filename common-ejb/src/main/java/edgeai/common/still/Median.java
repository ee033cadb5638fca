package edgeai.common.still;

/** The median of numbers that are counted. */
final class Median {
  private Median() {}

  /**
   * @param counts how often each number occurs, from 0
   * @param all of them together, 1 at least
   */
  static int of(int[] counts, int all) {
    int number = 0;
    for (int below = counts[0]; 2 * below < all; below += counts[number]) {
      number++;
    }
    return number;
  }
}
