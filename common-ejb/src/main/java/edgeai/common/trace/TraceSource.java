package edgeai.common.trace;

import edgeai.common.settings.ServerSource;
import edgeai.settings.InvalidSettingException;
import edgeai.settings.LogCatalogue;
import edgeai.settings.Setting;
import edgeai.settings.SettingReader;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Switches MicroProfile Telemetry on where an address for traces is set, whose own default is off
 * whatever else is said, and hands on what stands in the file of settings. Variables of the
 * environment win.
 */
public final class TraceSource implements ConfigSource {
  /** Below the environment, system properties and the properties of an application. */
  private static final int ORDINAL = 90;

  private final Map<String, String> values = new LinkedHashMap<>();

  public TraceSource() {
    this(ServerSource::readerOfEnvironment);
  }

  TraceSource(Supplier<SettingReader> settings) {
    try {
      read(settings.get());
    } catch (InvalidSettingException e) {
      // whoever reads the settings of the server refuses the start with this
      values.clear();
    }
  }

  private void read(SettingReader in) {
    if (in.given(LogCatalogue.OTEL_EXPORTER_OTLP_ENDPOINT).isPresent()) {
      values.put("otel.sdk.disabled", "false");
      values.put("otel.traces.exporter", "otlp");
      values.put("otel.exporter.otlp.protocol", "http/protobuf");
      put(in, LogCatalogue.OTEL_EXPORTER_OTLP_ENDPOINT);
      put(in, LogCatalogue.OTEL_TRACES_SAMPLER);
      put(in, LogCatalogue.OTEL_TRACES_SAMPLER_ARG);
    }
  }

  private void put(SettingReader in, Setting<?> setting) {
    in.written(setting)
        .ifPresent(
            value -> values.put(setting.name().toLowerCase(Locale.ROOT).replace('_', '.'), value));
  }

  @Override
  public int getOrdinal() {
    return ORDINAL;
  }

  @Override
  public String getName() {
    return "traces";
  }

  @Override
  public Set<String> getPropertyNames() {
    return Set.copyOf(values.keySet());
  }

  @Override
  public String getValue(String name) {
    return values.get(name);
  }
}
