package edgeai.common.metrics;

import io.prometheus.metrics.core.metrics.Info;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/** What a server was built of, for Prometheus: its WAR says it. */
public final class BuildFigures {
  private static final String MANIFEST = "/META-INF/MANIFEST.MF";
  private static final String UNKNOWN = "unknown";

  private BuildFigures() {}

  /** Shows it from now on. */
  public static void register(ServletContext war) {
    Attributes said = said(war);
    Info.builder()
        .name("edge_build_info")
        .help("The version of this server, and the commit that it was built of.")
        .labelNames("version", "revision")
        .register()
        .addLabelValues(
            of(said, Attributes.Name.IMPLEMENTATION_VERSION),
            of(said, new Attributes.Name("Implementation-Revision")));
  }

  private static Attributes said(ServletContext war) {
    try (InputStream manifest = war.getResourceAsStream(MANIFEST)) {
      return manifest == null ? new Attributes() : new Manifest(manifest).getMainAttributes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String of(Attributes said, Attributes.Name name) {
    return Optional.ofNullable(said.getValue(name)).filter(it -> !it.isBlank()).orElse(UNKNOWN);
  }
}
