package edgeai.coordinator.share;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Writes links, and reads those that this server wrote (HMAC with SHA-256, RFC 2104). */
@ApplicationScoped
public class FrameLinks {
  private static final String ALGORITHM = "HmacSHA256";

  /** Nothing else that may be signed with the key begins so. */
  private static final String PURPOSE = "edge frame link 1\n";

  private static final int LONGEST = 2_048;
  private static final int PARTS = 5;

  private final LinkKey key;

  @Inject
  public FrameLinks(LinkKey key) {
    this.key = key;
  }

  /** For the container's proxy. */
  protected FrameLinks() {
    this(null);
  }

  /** As it stands in an address. */
  String write(FrameLink link) {
    String text =
        "%d.%d.%s.%s"
            .formatted(
                link.frameId(),
                link.expires().getEpochSecond(),
                encoded(link.jobId().getBytes(StandardCharsets.UTF_8)),
                encoded(link.maker().getBytes(StandardCharsets.UTF_8)));
    return text + "." + encoded(signature(text));
  }

  /** Empty where this server did not write it, or has another key since. */
  Optional<FrameLink> read(String written) {
    String[] parts = written.split("\\.", -1);
    if (written.length() > LONGEST || parts.length != PARTS) {
      return Optional.empty();
    }
    String text = written.substring(0, written.lastIndexOf('.'));
    try {
      if (!MessageDigest.isEqual(signature(text), Base64.getUrlDecoder().decode(parts[4]))) {
        return Optional.empty();
      }
      return Optional.of(
          new FrameLink(
              decoded(parts[2]),
              Long.parseLong(parts[0]),
              Instant.ofEpochSecond(Long.parseLong(parts[1])),
              decoded(parts[3])));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private byte[] signature(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.bytes(), ALGORITHM));
      return mac.doFinal((PURPOSE + text).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String decoded(String text) {
    return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
  }
}
