package edgeai.cli.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

/**
 * A name for what a class archive is made of: the Java runtime, Payara Micro, the libraries, how
 * they lie to each other, and the flags, which say how soon a method is compiled. The JVM itself
 * asks for the same jars with the same times, wherever the folder is that they have in common, and
 * goes without where flags do not suit; so an archive may be moved together with them. No WAR is in
 * it, since an archive has no class of one.
 */
final class ArchiveKey {
  private static final int DIGITS = 16;

  /** Another word for another class path, or another way in which archives are made. */
  private static final String WAY = "the launcher and the libraries, no class of a WAR";

  private ArchiveKey() {}

  static String of(Installation installation, Path javaHome) throws IOException {
    StringBuilder made = new StringBuilder(WAY);
    made.append(Files.readString(javaHome.resolve("release")));
    describe(made, javaHome.resolve("lib").resolve("modules"));
    Path payara = installation.payara().toRealPath();
    Path libraries = installation.libraries().toRealPath();
    describe(made, payara);
    made.append(payara.getParent().relativize(libraries));
    for (Path library : FlatRuntime.jarsIn(libraries)) {
      describe(made, library);
    }
    made.append(Files.readString(installation.bootCommands()));
    made.append(ServerJvm.FLAGS);
    return hash(made.toString()).substring(0, DIGITS);
  }

  private static void describe(StringBuilder made, Path file) throws IOException {
    made.append(
        "%s %d %d%n"
            .formatted(
                file.getFileName(),
                Files.size(file),
                Files.getLastModifiedTime(file).to(TimeUnit.SECONDS)));
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
