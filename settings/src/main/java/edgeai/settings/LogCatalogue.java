package edgeai.settings;

import java.net.URI;
import java.util.List;

/** What servers tell of themselves, and in which form. */
public final class LogCatalogue {
  public static final String JSON = "json";

  public static final Setting<String> LOG_FORMAT =
      Setting.of(
              "LOG_FORMAT",
              Kind.matching("text|json", "text or json"),
              Fallback.to("text"),
              "the form of the log: a readable line for each event, or a JSON object")
          .forServers();

  /** OpenTelemetry's own name, as those below. */
  public static final Setting<URI> OTEL_EXPORTER_OTLP_ENDPOINT =
      Setting.of(
              "OTEL_EXPORTER_OTLP_ENDPOINT",
              Kind.address(),
              Fallback.none("traces are not recorded"),
              "a collector of traces that takes OTLP over HTTP (`/v1/traces` below the address),"
                  + " such as Jaeger or Tempo")
          .forServers();

  public static final Setting<String> OTEL_TRACES_SAMPLER =
      Setting.of(
              "OTEL_TRACES_SAMPLER",
              Kind.matching(
                  "(parentbased_)?(always_on|always_off|traceidratio)",
                  "always_on, always_off or traceidratio, each also with parentbased_ before it"),
              Fallback.to("parentbased_always_on"),
              "which traces are recorded: with parentbased_ those that whoever calls records, and"
                  + " what is named of those that begin here")
          .forServers();

  public static final Setting<Double> OTEL_TRACES_SAMPLER_ARG =
      Setting.of(
              "OTEL_TRACES_SAMPLER_ARG",
              Kind.decimal(0, 1),
              Fallback.to(1.0),
              "the share of them where the sampler is traceidratio")
          .forServers();

  static final List<Setting<?>> ALL =
      List.of(
          LOG_FORMAT, OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_TRACES_SAMPLER, OTEL_TRACES_SAMPLER_ARG);

  private LogCatalogue() {}
}
