package edgeai.common.trace;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Counts what the collector takes, and says once a minute that it takes nothing. */
final class ToldExport implements SpanExporter {
  private static final Logger LOG = Logger.getLogger(ToldExport.class.getName());
  private static final long SILENCE_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final SpanExporter collector;
  private final TraceFigures figures;
  private final AtomicLong told = new AtomicLong(System.nanoTime() - SILENCE_NANOS);

  ToldExport(SpanExporter collector, TraceFigures figures) {
    this.collector = collector;
    this.figures = figures;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> steps) {
    int number = steps.size();
    CompletableResultCode result = collector.export(steps);
    result.whenComplete(() -> ended(number, result.isSuccess()));
    return result;
  }

  private void ended(int number, boolean taken) {
    figures.left(number, taken);
    long last = told.get();
    long now = System.nanoTime();
    if (!taken && now - last >= SILENCE_NANOS && told.compareAndSet(last, now)) {
      LOG.log(
          Level.WARNING,
          "the collector of traces (OTEL_EXPORTER_OTLP_ENDPOINT) does not take them; {0} steps are"
              + " lost since the start",
          figures.lost());
    }
  }

  @Override
  public CompletableResultCode flush() {
    return collector.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return collector.shutdown();
  }
}
