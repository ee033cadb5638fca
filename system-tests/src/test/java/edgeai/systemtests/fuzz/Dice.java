package edgeai.systemtests.fuzz;

import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** What is drawn for one case: the same each time for the same seed and number. */
final class Dice {
  private static final long APART = 0x9E3779B97F4A7C15L;

  private final Random random;

  Dice(long seed, int number) {
    this.random = new Random(new SplittableRandom(seed + number * APART).nextLong());
  }

  /** From 0 to one less than that. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Both ends included. */
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  @SafeVarargs
  final <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
