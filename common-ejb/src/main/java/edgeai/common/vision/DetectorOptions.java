package edgeai.common.vision;

import java.util.regex.Pattern;

/**
 * How a model is run. Callers times threads should not exceed the cores.
 *
 * @param provider {@code auto} (CUDA where it works, else CPU), {@code cpu}, {@code cuda} or {@code
 *     cuda:n} with the number of the device
 * @param callers how many pictures are inferred at the same time, at least 1
 * @param threads cores that one inference may use, at least 1
 */
public record DetectorOptions(String provider, int callers, int threads) {

  private static final Pattern PROVIDER = Pattern.compile("auto|cpu|cuda(:\\d{1,3})?");

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException naming the value that is out of range
   */
  public DetectorOptions {
    if (provider == null || !PROVIDER.matcher(provider).matches()) {
      throw new IllegalArgumentException(
          "provider is '" + provider + "'; it must be auto, cpu, cuda or cuda:n");
    }
    if (callers < 1) {
      throw new IllegalArgumentException("callers is " + callers + "; it must be at least 1");
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads is " + threads + "; it must be at least 1");
    }
  }

  boolean automatic() {
    return provider.equals("auto");
  }

  boolean cuda() {
    return provider.startsWith("cuda");
  }

  /** The CUDA device that is named; 0 where none is. */
  int device() {
    int colon = provider.indexOf(':');
    return colon < 0 ? 0 : Integer.parseInt(provider.substring(colon + 1));
  }

  DetectorOptions withProvider(String other) {
    return new DetectorOptions(other, callers, threads);
  }
}
