package edgeai.settings.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.settings.InvalidSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PemTest {
  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("file.pem"), text);
  }

  private static String written(PrivateKey key) {
    return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
        .formatted(Base64.getMimeEncoder().encodeToString(key.getEncoded()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"EC", "RSA", "Ed25519"})
  void aKeyIsReadWhateverItsKind(String algorithm) throws IOException, GeneralSecurityException {
    PrivateKey key = KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPrivate();

    assertThat(Pem.key("TLS_KEY", file("what a tool says\n" + written(key))).getEncoded())
        .isEqualTo(key.getEncoded());
  }

  @ParameterizedTest
  @CsvSource({
    "-----BEGIN EC PRIVATE KEY-----, openssl pkcs8 -topk8 -nodes",
    "-----BEGIN ENCRYPTED PRIVATE KEY-----, openssl pkcs8 -topk8 -nodes",
    "nothing, no private key in PEM",
    "-----BEGIN PRIVATE KEY-----AAAA-----END PRIVATE KEY-----, damaged",
    "-----BEGIN PRIVATE KEY-----A-----END PRIVATE KEY-----, damaged"
  })
  void whatIsNoKeyIsRefusedWithTheWayOut(String text, String said) throws IOException {
    Path file = file(text);

    assertThatThrownBy(() -> Pem.key("TLS_KEY", file))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("TLS_KEY=" + file)
        .hasMessageContaining(said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "nothing", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"})
  void whatIsNoCertificateIsRefused(String text) throws IOException {
    Path file = file(text);

    assertThatThrownBy(() -> Pem.certificates("TLS_CERT", file))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("it holds no certificate");
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> Pem.certificates("TLS_CERT", folder.resolve("gone")))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("no such file can be read");
  }
}
