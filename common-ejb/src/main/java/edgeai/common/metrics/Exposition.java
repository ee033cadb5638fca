package edgeai.common.metrics;

import edgeai.common.container.PlatformMetrics;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Prometheus' text: the server's MicroProfile metrics, followed by this project's own, whose
 * histograms MicroProfile Metrics cannot count exactly.
 */
@ApplicationScoped
public class Exposition {
  public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private static final Logger LOG = Logger.getLogger(Exposition.class.getName());

  private final PrometheusTextFormatWriter writer =
      PrometheusTextFormatWriter.builder().setIncludeCreatedTimestamps(false).build();
  private PlatformMetrics platform;

  @PostConstruct
  void prepare() {
    platform = new PlatformMetrics();
  }

  /** Both sources together; a server whose MicroProfile metrics fail says so in a comment. */
  public String text() {
    return platformText() + ownText();
  }

  private String platformText() {
    try {
      return MetricFamilies.tidy(platform.text());
    } catch (IllegalStateException e) {
      LOG.log(Level.WARNING, "metrics of the platform are missing: {0}", e.getMessage());
      return "# MicroProfile metrics are missing\n";
    }
  }

  private String ownText() {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      writer.write(out, PrometheusRegistry.defaultRegistry.scrape());
      return out.toString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
