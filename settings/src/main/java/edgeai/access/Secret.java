package edgeai.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A token as whoever owns it sends it: 256 random bits, which nobody guesses, so that a plain hash
 * is enough to know it again.
 *
 * @param text {@code edge_} and 43 signs of base64url
 */
public record Secret(String text) {
  /** By which people, and programs that look for leaks, know what it is. */
  private static final String MARK = "edge_";

  private static final int BYTES = 32;
  private static final Pattern WRITTEN = Pattern.compile(MARK + "[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();

  public static Secret fresh() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Secret(MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Whether a text has the shape of one. */
  public static boolean isWritten(String text) {
    return WRITTEN.matcher(text).matches();
  }

  /** What is kept of it: SHA-256, in hexadecimal. */
  public String hash() {
    return hash(text);
  }

  /** By which whoever is shown the text later knows that it is this one (RFC 7636, S256). */
  public String challenge() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(text));
  }

  static String hash(String text) {
    return HexFormat.of().formatHex(sha256(text));
  }

  private static byte[] sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Compares in a time that tells nothing of where they differ. */
  public static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /** Not the text: it would stand in logs. */
  @Override
  public String toString() {
    return MARK + "...";
  }
}
