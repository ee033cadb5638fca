package edgeai.coordinator.fleet;

/**
 * How many frames a worker is given at the same time: two at first, one more with each answer, up
 * to what it said that it takes; half as many after each that is no use. Thread-safe.
 */
final class EarnedPlaces {
  /** What anybody is given who has done nothing yet. */
  static final int FIRST = 2;

  private final int said;
  private final int least;
  private int earned;
  private boolean proven;

  private EarnedPlaces(int said, int least) {
    this.said = said;
    this.least = least;
    this.earned = least;
  }

  /** Of a worker on the network. */
  static EarnedPlaces from(int said) {
    return new EarnedPlaces(said, Math.min(FIRST, said));
  }

  /** Of one that need not earn them. */
  static EarnedPlaces all(int said) {
    return new EarnedPlaces(said, said);
  }

  synchronized int now() {
    return earned;
  }

  /** Whether it has ever done a frame. */
  synchronized boolean areProven() {
    return proven;
  }

  /** It did a frame. */
  synchronized void answered() {
    proven = true;
    earned = Math.min(said, earned + 1);
  }

  /** It did not do what it should. */
  synchronized void failed() {
    earned = Math.max(least, earned / 2);
  }
}
