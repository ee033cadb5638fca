package edgeai.systemtests.deployment;

import edgeai.cli.place.Environment;
import edgeai.cli.tls.LabAuthority;
import edgeai.systemtests.fixture.Build;
import edgeai.systemtests.fixture.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a proxy of a test has what is elsewhere on a machine that people use.
 *
 * @param folder its own
 * @param port on which it listens
 * @param coordinator the port of the server behind it
 * @param authority of its certificate
 */
record ProxyPlaces(
    Path folder, int port, int coordinator, Path authority, Path certificate, Path key) {

  static ProxyPlaces of(String name, int coordinator) throws IOException, InterruptedException {
    Path folder = Build.emptyFolder(name);
    LabAuthority lab = new LabAuthority(Files.createDirectory(folder.resolve("tls")));
    Environment secured = lab.secure(Environment.of(Map.of(), folder));
    return new ProxyPlaces(
        folder,
        FreePort.next(),
        coordinator,
        lab.certificate(),
        Path.of(secured.get("TLS_CERT").orElseThrow()),
        Path.of(secured.get("TLS_KEY").orElseThrow()));
  }
}
