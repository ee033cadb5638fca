package edgeai.common.wire;

/**
 * The answer to a call that worked: {@code {success, message}}.
 *
 * @param success always true
 * @param message in words for people
 */
public record Confirmation(boolean success, String message) {
  public static Confirmation of(String message) {
    return new Confirmation(true, message);
  }

  /** The answer that also carries what was stored: {@code {success, message, data}}. */
  public record With<T>(boolean success, String message, T data) {
    public static <T> With<T> of(String message, T data) {
      return new With<>(true, message, data);
    }
  }
}
