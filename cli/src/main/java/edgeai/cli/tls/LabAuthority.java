package edgeai.cli.tls;

import edgeai.cli.console.CommandRefusal;
import edgeai.cli.place.Checkout;
import edgeai.cli.place.Environment;
import edgeai.settings.ServerCatalogue;
import edgeai.settings.tls.Pem;
import edgeai.settings.tls.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Locale;

/**
 * A private authority for a lab, and one certificate of it for all servers of this machine. Who has
 * its {@link #certificate} knows them; its key stays in its folder, which is the owner's alone.
 */
public final class LabAuthority {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final String AUTHORITY = "authority.p12";
  private static final String SERVER = "server.p12";
  private static final int AUTHORITY_DAYS = 3_650;
  private static final int SERVER_DAYS = 800;

  /** A certificate that ends sooner is made anew at the next start. */
  private static final Duration LEAST_LEFT = Duration.ofDays(30);

  private final Path folder;

  /**
   * @param folder where its files are, or will be
   */
  public LabAuthority(Path folder) {
    this.folder = folder;
  }

  /** That of a checkout. */
  public static LabAuthority of(Checkout checkout) {
    return new LabAuthority(checkout.own().resolve("tls"));
  }

  /** That of the authority, in PEM; not there as long as nobody asked for one. */
  public Path certificate() {
    return folder.resolve("ca.pem");
  }

  /** By which it can be told on another machine: SHA-256 of its certificate, in pairs of digits. */
  public String fingerprint() {
    String digits = Pem.fingerprint(ServerCatalogue.TLS_CA.name(), certificate());
    return digits.toUpperCase(Locale.ROOT).replaceAll("..(?=.)", "$0:");
  }

  /**
   * Sets servers to a certificate for the names and addresses of this machine, which is made where
   * there is none yet.
   *
   * @throws CommandRefusal where that cannot be done
   */
  public Environment secure(Environment environment) throws InterruptedException {
    Path chain = folder.resolve("server.pem");
    Path key = folder.resolve("server.key");
    try {
      String names = OwnNames.find().asExtension();
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      if (!Files.exists(certificate())) {
        found();
      }
      if (!isGood(chain, names)) {
        issue(chain, key, names);
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new CommandRefusal(
          "no certificate can be made in %s: %s".formatted(folder, e.getMessage()), e);
    }
    return environment
        .with(ServerCatalogue.TLS_CERT.name(), chain.toString())
        .with(ServerCatalogue.TLS_KEY.name(), key.toString())
        .orElse(ServerCatalogue.TLS_CA.name(), certificate().toString());
  }

  private void found() throws IOException, InterruptedException, GeneralSecurityException {
    Files.deleteIfExists(folder.resolve(AUTHORITY));
    new Keytool(folder)
        .generate(
            AUTHORITY,
            "CN=Edge Co-Intelligence lab of " + OwnNames.host(),
            AUTHORITY_DAYS,
            "bc:c=ca:true,pathlen:0",
            "ku:c=keyCertSign,cRLSign");
    PemText.write(certificate(), List.of(Stores.first(folder.resolve(AUTHORITY)).certificate()));
  }

  private boolean isGood(Path chain, String names) throws IOException {
    Path known = folder.resolve("server.names");
    if (!Files.exists(chain) || !Files.exists(known) || !Files.readString(known).equals(names)) {
      return false;
    }
    List<X509Certificate> shown = Pem.certificates("TLS_CERT", chain);
    Date end = shown.getFirst().getNotAfter();
    return shown.size() > 1 && end.toInstant().isAfter(CLOCK.instant().plus(LEAST_LEFT));
  }

  private void issue(Path chain, Path key, String names)
      throws IOException, InterruptedException, GeneralSecurityException {
    Keytool keytool = new Keytool(folder);
    Files.deleteIfExists(folder.resolve(SERVER));
    keytool.generate(SERVER, "CN=" + OwnNames.host(), 1);
    keytool.request(SERVER, "server.csr");
    keytool.sign(
        AUTHORITY,
        "server.csr",
        "server.pem.next",
        SERVER_DAYS,
        names,
        "ku:c=digitalSignature",
        "eku=serverAuth,clientAuth");
    // who joins by its fingerprint is shown the authority, too
    Files.writeString(
        folder.resolve("server.pem.next"),
        Files.readString(certificate()),
        StandardOpenOption.APPEND);
    PemText.write(key, Stores.first(folder.resolve(SERVER)).key());
    Files.deleteIfExists(folder.resolve(SERVER));
    Files.deleteIfExists(folder.resolve("server.csr"));
    Files.move(folder.resolve("server.pem.next"), chain, StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(folder.resolve("server.names"), names);
  }
}
