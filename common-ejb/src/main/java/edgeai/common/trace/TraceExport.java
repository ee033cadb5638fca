package edgeai.common.trace;

import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;

/** What is ours about the export of traces; all else OpenTelemetry's own variables say. */
public final class TraceExport implements AutoConfigurationCustomizerProvider {
  private static final String QUEUE = "otel.bsp.max.queue.size";
  private static final int USUAL_QUEUE = 2048;

  @Override
  public void customize(AutoConfigurationCustomizer parts) {
    TraceFigures figures = TraceFigures.OF_PROCESS;
    parts.addSamplerCustomizer((sampler, settings) -> new OwnSteps(sampler));
    parts.addSpanExporterCustomizer((exporter, settings) -> new ToldExport(exporter, figures));
    parts.addSpanProcessorCustomizer(
        (queue, settings) -> new BoundedSteps(queue, settings.getInt(QUEUE, USUAL_QUEUE), figures));
  }
}
