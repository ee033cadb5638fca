package edgeai.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is kept of a password: PBKDF2 with HMAC-SHA-256, as slow as OWASP asks for (600,000 rounds).
 *
 * @param text {@code pbkdf2-sha256$rounds$salt$hash}, salt and hash in base64
 */
public record Password(String text) {
  /** A shorter one is guessed, a longer one only costs time. */
  public static final int SHORTEST = 10;

  public static final int LONGEST = 256;

  private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
  private static final int ROUNDS = 600_000;
  private static final int MOST_ROUNDS = 10_000_000;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;
  private static final Pattern WRITTEN =
      Pattern.compile("pbkdf2-sha256\\$(\\d{1,8})\\$([A-Za-z0-9+/=]{1,64})\\$([A-Za-z0-9+/=]{44})");
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Of nobody: to compare with it takes as long as with any. */
  public static final Password NOBODYS =
      new Password("pbkdf2-sha256$" + ROUNDS + "$bm9ib2R5J3Mgc2FsdA==$" + "A".repeat(43) + "=");

  /**
   * @throws IllegalArgumentException where the text is none
   */
  public Password {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches() || Integer.parseInt(written.group(1)) > MOST_ROUNDS) {
      throw new IllegalArgumentException("it is no hash of a password");
    }
  }

  public static Password of(char[] typed) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    Base64.Encoder base64 = Base64.getEncoder();
    return new Password(
        "pbkdf2-sha256$%d$%s$%s"
            .formatted(
                ROUNDS,
                base64.encodeToString(salt),
                base64.encodeToString(derive(typed, salt, ROUNDS))));
  }

  /** Takes a tenth of a second and more, whether they are the same or not. */
  public boolean matches(char[] typed) {
    String[] parts = text.split("\\$");
    Base64.Decoder base64 = Base64.getDecoder();
    byte[] hash = derive(typed, base64.decode(parts[2]), Integer.parseInt(parts[1]));
    return MessageDigest.isEqual(hash, base64.decode(parts[3]));
  }

  private static byte[] derive(char[] typed, byte[] salt, int rounds) {
    PBEKeySpec key = new PBEKeySpec(typed, salt, rounds, HASH_BITS);
    try {
      return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(key).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    } finally {
      key.clearPassword();
    }
  }

  /** Not the text, which could be tried out elsewhere. */
  @Override
  public String toString() {
    return "pbkdf2-sha256$...";
  }
}
