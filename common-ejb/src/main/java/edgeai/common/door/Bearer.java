package edgeai.common.door;

import edgeai.access.Secret;
import java.util.Optional;

/** A token in the header {@code Authorization} (RFC 6750). */
public final class Bearer {
  private static final String SCHEME = "Bearer ";

  private Bearer() {}

  /** What is sent with a token. */
  public static String header(String token) {
    return SCHEME + token;
  }

  /**
   * The token that was sent, or a text that is none.
   *
   * @param header null where there is none
   * @return empty where no token was meant
   */
  static Optional<Secret> of(String header) {
    return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? Optional.of(new Secret(header.substring(SCHEME.length()).strip()))
        : Optional.empty();
  }
}
