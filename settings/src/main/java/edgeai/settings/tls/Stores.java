package edgeai.settings.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;

/** Key stores as Java servers want them, made of what stands in PEM files. */
public final class Stores {
  /** Whoever may read the file may have the key: no word on a command line protects it. */
  public static final String PASSWORD = "changeit";

  /** What the certificate is called there. */
  public static final String ALIAS = "edge";

  private Stores() {}

  /** The only key of a store, and its certificate. */
  public record Entry(PrivateKey key, X509Certificate certificate) {}

  static KeyStore empty() throws GeneralSecurityException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      return store;
    } catch (IOException e) {
      throw new GeneralSecurityException(e);
    }
  }

  /** One with authorities. */
  static KeyStore of(List<X509Certificate> authorities) throws GeneralSecurityException {
    KeyStore store = empty();
    for (int i = 0; i < authorities.size(); i++) {
      store.setCertificateEntry("authority-" + i, authorities.get(i));
    }
    return store;
  }

  /**
   * One with a key.
   *
   * @param chain its certificate first
   * @throws GeneralSecurityException where the key is not that of the certificate
   */
  static KeyStore of(PrivateKey key, List<X509Certificate> chain) throws GeneralSecurityException {
    requirePair(key, chain.get(0));
    KeyStore store = empty();
    store.setKeyEntry(ALIAS, key, PASSWORD.toCharArray(), chain.toArray(new Certificate[0]));
    return store;
  }

  /**
   * Writes a store with a key, readable by its owner alone.
   *
   * @param chain its certificate first
   * @throws GeneralSecurityException where the key is not that of the certificate
   */
  public static void write(Path file, PrivateKey key, List<X509Certificate> chain)
      throws IOException, GeneralSecurityException {
    write(file, of(key, chain));
  }

  /** Writes a store with authorities, readable by its owner alone. */
  public static void write(Path file, List<X509Certificate> authorities)
      throws IOException, GeneralSecurityException {
    write(file, of(authorities));
  }

  private static void write(Path file, KeyStore store)
      throws IOException, GeneralSecurityException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.deleteIfExists(next);
    Files.createFile(
        next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (OutputStream out = Files.newOutputStream(next)) {
      store.store(out, PASSWORD.toCharArray());
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** What is in a store with the {@link #PASSWORD}. */
  public static Entry first(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = empty();
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    String alias = store.aliases().nextElement();
    return new Entry(
        (PrivateKey) store.getKey(alias, PASSWORD.toCharArray()),
        (X509Certificate) store.getCertificate(alias));
  }

  private static void requirePair(PrivateKey key, X509Certificate certificate)
      throws GeneralSecurityException {
    Signature signature = Signature.getInstance(algorithm(key));
    byte[] something = {1, 2, 3};
    signature.initSign(key);
    signature.update(something);
    byte[] signed = signature.sign();
    signature.initVerify(certificate.getPublicKey());
    signature.update(something);
    if (!signature.verify(signed)) {
      throw new GeneralSecurityException("the key is not that of the certificate");
    }
  }

  private static String algorithm(PrivateKey key) {
    return switch (key.getAlgorithm()) {
      case "EC" -> "SHA256withECDSA";
      case "RSA" -> "SHA256withRSA";
      default -> key.getAlgorithm();
    };
  }
}
