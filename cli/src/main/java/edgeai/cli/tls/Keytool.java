package edgeai.cli.tls;

import edgeai.settings.tls.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** The JDK's own tool for keys and certificates, on one key store after the other. */
final class Keytool {
  private final Path folder;

  /**
   * @param folder in which the key stores lie
   */
  Keytool(Path folder) {
    this.folder = folder;
  }

  /** Makes a key and a certificate that it signed itself. */
  void generate(String store, String subject, int days, String... extensions)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("-genkeypair", "-alias", alias(store)));
    words.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-dname", subject));
    words.addAll(List.of("-validity", String.valueOf(days)));
    words.addAll(written(extensions));
    run(store, words);
  }

  /** Asks for a certificate, and writes down the request. */
  void request(String store, String file) throws IOException, InterruptedException {
    run(store, List.of("-certreq", "-alias", alias(store), "-file", file));
  }

  /** Answers a request with a certificate in PEM. */
  void sign(String store, String request, String answer, int days, String... extensions)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("-gencert", "-rfc", "-alias", alias(store)));
    words.addAll(List.of("-infile", request, "-outfile", answer));
    words.addAll(List.of("-validity", String.valueOf(days)));
    words.addAll(written(extensions));
    run(store, words);
  }

  private static String alias(String store) {
    return store.replace(".p12", "");
  }

  private static List<String> written(String... extensions) {
    List<String> words = new ArrayList<>();
    for (String extension : extensions) {
      words.add("-ext");
      words.add(extension);
    }
    return words;
  }

  private void run(String store, List<String> words) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    line.addAll(words);
    line.addAll(List.of("-keystore", store, "-storetype", "PKCS12", "-storepass", Stores.PASSWORD));
    Process process =
        new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IOException("keytool %s failed: %s".formatted(words.getFirst(), said.strip()));
    }
    Files.setPosixFilePermissions(
        folder.resolve(store), PosixFilePermissions.fromString("rw-------"));
  }
}
