package edgeai.common.store;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** How many rows there are, and the sum of their hashes, whatever their order. */
final class RowSum {
  private static final BigInteger ROOM = BigInteger.ONE.shiftLeft(256);

  private final MessageDigest digest;
  private BigInteger sum = BigInteger.ZERO;
  private long rows;

  RowSum() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void add(String line) {
    byte[] hash = digest.digest(line.getBytes(StandardCharsets.UTF_8));
    sum = sum.add(new BigInteger(1, hash)).mod(ROOM);
    rows++;
  }

  long rows() {
    return rows;
  }

  String hashes() {
    return sum.toString(16);
  }

  boolean is(RowSum other) {
    return rows == other.rows && sum.equals(other.sum);
  }
}
