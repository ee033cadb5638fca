package edgeai.cli.version;

import edgeai.cli.server.Installation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The versions of what servers stand on, as the files of an installation tell them. */
record InstalledParts(Installation installation) {
  private static final String BRANDING = "MICRO-INF/domain/branding/glassfish-version.properties";

  private static final Pattern RUNTIME = Pattern.compile("onnxruntime(_gpu)?-([0-9].*)\\.jar");

  /** Empty where there is none, or one that does not tell. */
  Optional<String> payara() throws IOException {
    if (!Files.isReadable(installation.payara())) {
      return Optional.empty();
    }
    try (ZipFile jar = new ZipFile(installation.payara().toFile())) {
      ZipEntry branding = jar.getEntry(BRANDING);
      if (branding == null) {
        return Optional.empty();
      }
      Properties facts = new Properties();
      try (InputStream in = jar.getInputStream(branding)) {
        facts.load(in);
      }
      return Optional.of(
          "%s.%s.%s"
              .formatted(
                  facts.getProperty("major_version"),
                  facts.getProperty("minor_version"),
                  facts.getProperty("update_version")));
    }
  }

  /** With the word whether it is the build for GPUs; empty where there is none. */
  Optional<String> onnxRuntime() throws IOException {
    if (!Files.isDirectory(installation.libraries())) {
      return Optional.empty();
    }
    try (Stream<Path> jars = Files.list(installation.libraries())) {
      return jars.map(jar -> RUNTIME.matcher(jar.getFileName().toString()))
          .filter(Matcher::matches)
          .map(jar -> "%s for %s".formatted(jar.group(2), jar.group(1) == null ? "CPU" : "CUDA"))
          .findFirst();
    }
  }
}
