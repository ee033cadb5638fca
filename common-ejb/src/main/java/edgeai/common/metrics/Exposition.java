package edgeai.common.metrics;

import edgeai.common.door.OwnSecret;
import edgeai.common.network.BoundedAnswer;
import edgeai.common.settings.ServerTls;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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

  /** What is taken of the container's metrics. */
  private static final long MAX_BYTES = 4 << 20;

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final PrometheusTextFormatWriter writer =
      PrometheusTextFormatWriter.builder().setIncludeCreatedTimestamps(false).build();
  private final OwnSecret secret;
  private HttpClient http;

  @Inject
  public Exposition(OwnSecret secret) {
    this.secret = secret;
  }

  /** For the container's proxy. */
  protected Exposition() {
    this(null);
  }

  @PostConstruct
  void prepare() {
    http = HttpClient.newBuilder().sslContext(ServerTls.clients()).connectTimeout(TIMEOUT).build();
  }

  private static String bracketed(String host) {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  /**
   * Both sources together; a server whose MicroProfile metrics fail says so in a comment.
   *
   * @param address where this server was reached just now
   * @param secure whether by TLS
   */
  public String text(String address, int port, boolean secure) {
    URI microProfile =
        URI.create(
            "%s://%s:%d/mp-metrics".formatted(secure ? "https" : "http", bracketed(address), port));
    return microProfileText(microProfile) + ownText();
  }

  private String microProfileText(URI microProfile) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(microProfile)
              .timeout(TIMEOUT)
              .header("Accept", "text/plain")
              .header("Authorization", secret.bearer())
              .build();
      var response = http.send(request, BoundedAnswer.of(BodyHandlers.ofString(), MAX_BYTES));
      if (response.statusCode() == 200) {
        return MetricFamilies.tidy(response.body());
      }
      return missing(microProfile, "answered " + response.statusCode());
    } catch (IOException e) {
      return missing(microProfile, e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return missing(microProfile, "interrupted");
    }
  }

  private static String missing(URI microProfile, String reason) {
    LOG.log(Level.WARNING, "{0} gives no metrics: {1}", new Object[] {microProfile, reason});
    return "# MicroProfile metrics are missing: " + reason + "\n";
  }

  private String ownText() {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      writer.write(out, PrometheusRegistry.defaultRegistry.scrape());
      return out.toString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
