package edgeai.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;

/**
 * What lets one machine join: short enough to be typed, and therefore good for a few minutes and a
 * few tries only.
 *
 * @param hash of what is typed
 * @param tries how many wrong ones are left
 */
public record JoinCode(String hash, Instant expires, int tries) {
  public static final Duration LIFE = Duration.ofMinutes(10);
  private static final int TRIES = 5;

  /** Without those that are taken for one another. */
  private static final String SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

  private static final int LENGTH = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new one as it is typed: twelve signs in three groups. */
  public static String fresh() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      code.append(i > 0 && i % 4 == 0 ? "-" : "");
      code.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
    }
    return code.toString();
  }

  public static JoinCode of(String typed, Instant now) {
    return new JoinCode(Secret.hash(typed), now.plus(LIFE), TRIES);
  }

  public boolean countsAt(Instant now) {
    return tries > 0 && now.isBefore(expires);
  }

  public boolean matches(String typed) {
    return Secret.isSame(hash, Secret.hash(typed));
  }

  /** After a wrong try. */
  public JoinCode tried() {
    return new JoinCode(hash, expires, tries - 1);
  }
}
