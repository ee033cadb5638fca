package edgeai.settings.tls;

import edgeai.settings.InvalidSettingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files of certificates and keys in the text of RFC 7468. */
public final class Pem {
  private static final long MAX_BYTES = 1 << 20;

  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");

  private static final Pattern OTHER_KEY = Pattern.compile("-----BEGIN ([A-Z ]*PRIVATE KEY)-----");

  private static final List<String> ALGORITHMS = List.of("EC", "RSA", "EdDSA");

  private Pem() {}

  /**
   * Those in a file, in its order, one at least.
   *
   * @param setting that names the file
   * @throws InvalidSettingException where it holds none
   */
  public static List<X509Certificate> certificates(String setting, Path file) {
    requireReadable(setting, file);
    try (InputStream in = Files.newInputStream(file)) {
      List<X509Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (!found.isEmpty()) {
        return found;
      }
    } catch (CertificateException | IOException e) {
      throw unusable(setting, file, "it holds no certificates in PEM (" + e.getMessage() + ")");
    }
    throw unusable(setting, file, "it holds no certificate in PEM");
  }

  /** By which a certificate is told from others: its SHA-256, in hexadecimal digits. */
  public static String fingerprint(X509Certificate certificate) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
      throw new IllegalStateException("this Java has no SHA-256, or no X.509", e);
    }
  }

  /**
   * That of the first certificate in a file.
   *
   * @param setting that names the file
   * @throws InvalidSettingException where it holds none
   */
  public static String fingerprint(String setting, Path file) {
    return fingerprint(certificates(setting, file).get(0));
  }

  /**
   * The private key in a file, which is not encrypted.
   *
   * @param setting that names the file
   * @throws InvalidSettingException where it holds none
   */
  public static PrivateKey key(String setting, Path file) {
    requireReadable(setting, file);
    String text = text(setting, file);
    Matcher key = KEY.matcher(text);
    if (!key.find()) {
      Matcher other = OTHER_KEY.matcher(text);
      throw unusable(
          setting,
          file,
          other.find()
              ? "%s is not read; openssl pkcs8 -topk8 -nodes -in FILE writes it as PRIVATE KEY"
                  .formatted(other.group(1))
              : "it holds no private key in PEM");
    }
    return parsed(setting, file, key.group(1));
  }

  private static PrivateKey parsed(String setting, Path file, String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw unusable(setting, file, "its private key is damaged");
    }
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
      } catch (GeneralSecurityException e) {
        continue; // it may be of the next one
      }
    }
    throw unusable(setting, file, "its private key is damaged, or of none of " + ALGORITHMS);
  }

  private static String text(String setting, Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw unusable(setting, file, e.getMessage());
    }
  }

  private static void requireReadable(String setting, Path file) {
    try {
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        throw unusable(setting, file, "no such file can be read");
      }
      if (Files.size(file) > MAX_BYTES) {
        throw unusable(setting, file, "it is far too large for one");
      }
    } catch (IOException e) {
      throw unusable(setting, file, e.getMessage());
    }
  }

  private static InvalidSettingException unusable(String setting, Path file, String why) {
    return new InvalidSettingException(setting, file.toString(), why);
  }
}
