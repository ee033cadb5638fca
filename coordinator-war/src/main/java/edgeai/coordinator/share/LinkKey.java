package edgeai.coordinator.share;

import edgeai.access.PrivateFiles;
import edgeai.common.door.DoorSettings;
import edgeai.common.error.NotStored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * What links are signed with: 256 random bits in the folder for data, their owner's alone. A new
 * one ends all links that there are.
 */
@ApplicationScoped
public class LinkKey {
  static final String FILE = "links.key";
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path file;
  private byte[] key;

  @Inject
  public LinkKey(DoorSettings settings) {
    this.file = settings.dataDir().resolve(FILE);
  }

  /** For the container's proxy. */
  protected LinkKey() {
    this.file = null;
  }

  synchronized byte[] bytes() {
    if (key == null) {
      key = kept();
    }
    return key.clone();
  }

  private byte[] kept() {
    try {
      byte[] kept = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
      return kept.length == BYTES ? kept : fresh();
    } catch (IOException e) {
      throw new NotStored("The key of links cannot be read.");
    }
  }

  private byte[] fresh() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    try {
      PrivateFiles.replace(file, bytes);
      return bytes;
    } catch (IOException e) {
      throw new NotStored("The key of links cannot be written.");
    }
  }

  /** Ends all links. */
  synchronized void change() {
    key = fresh();
  }
}
