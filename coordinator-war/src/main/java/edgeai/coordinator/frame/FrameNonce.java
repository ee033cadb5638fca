package edgeai.coordinator.frame;

import edgeai.coordinator.fleet.WorkerNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a frame is sent to a worker with, and nobody else can know: whoever gives it back with a
 * result was given that frame. Made from the frame and the worker by a key that this process alone
 * has, so that nothing has to be kept.
 */
public final class FrameNonce {
  /** The header that carries it both ways. */
  public static final String HEADER = "Frame-Nonce";

  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 16;
  private static final SecretKeySpec KEY = key();

  private FrameNonce() {}

  private static SecretKeySpec key() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return new SecretKeySpec(random, ALGORITHM);
  }

  /** Of a frame on its way to a worker, as hexadecimal digits. */
  public static String of(long frameId, WorkerNode worker) {
    String text = "%d %s\n%s".formatted(frameId, worker.owner().name(), worker.id());
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(KEY);
      byte[] code = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(code, BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /**
   * Whether this is it.
   *
   * @param given null for none
   */
  public static boolean is(String given, long frameId, WorkerNode worker) {
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8),
            of(frameId, worker).getBytes(StandardCharsets.UTF_8));
  }
}
