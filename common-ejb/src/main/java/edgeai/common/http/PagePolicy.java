package edgeai.common.http;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * The content security policy of one answer: everything from this server only, styles made at run
 * time by a nonce that is good for this one page.
 */
public record PagePolicy(String nonce) {
  private static final String PLACE = "__CSP_NONCE__";
  private static final int NONCE_BYTES = 18;
  private static final SecureRandom RANDOM = new SecureRandom();

  public static PagePolicy fresh() {
    byte[] bytes = new byte[NONCE_BYTES];
    RANDOM.nextBytes(bytes);
    return new PagePolicy(Base64.getEncoder().encodeToString(bytes));
  }

  /** The page with the nonce where it has a place for it. */
  public String applyTo(String page) {
    return page.replace(PLACE, nonce);
  }

  public String header() {
    return String.join(
        "; ",
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self' 'nonce-" + nonce + "'",
        "img-src 'self' data: blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'");
  }
}
