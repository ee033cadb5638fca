package edgeai.cli.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The driver for PostgreSQL that a WAR has, which this command has not. */
final class DriverOfWar implements AutoCloseable {
  private static final String JAR = "WEB-INF/lib/postgresql-[0-9.]+\\.jar";

  private final Path jar;
  private final URLClassLoader loader;
  private final Driver driver;

  /**
   * @throws IOException where the WAR has none
   */
  DriverOfWar(Path war) throws IOException {
    jar = Files.createTempFile("edge-driver", ".jar");
    try (ZipFile zip = new ZipFile(war.toFile())) {
      ZipEntry entry =
          zip.stream()
              .filter(one -> one.getName().matches(JAR))
              .findFirst()
              .orElseThrow(() -> new IOException(war + " has no driver for PostgreSQL"));
      try (InputStream content = zip.getInputStream(entry)) {
        Files.copy(content, jar, StandardCopyOption.REPLACE_EXISTING);
      }
      loader =
          new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
      driver =
          (Driver) loader.loadClass("org.postgresql.Driver").getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IOException("the driver for PostgreSQL cannot be loaded", e);
    }
  }

  Connection connect(String url, Properties properties) throws SQLException {
    return driver.connect(url, properties);
  }

  @Override
  public void close() throws IOException {
    loader.close();
    Files.deleteIfExists(jar);
  }
}
