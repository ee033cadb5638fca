package edgeai.common.trace;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The steps that end while it is open. */
public final class RecordedSteps implements AutoCloseable {
  private final List<SpanData> ended = new CopyOnWriteArrayList<>();
  private final SdkTracerProvider provider =
      SdkTracerProvider.builder()
          .addSpanProcessor(SimpleSpanProcessor.create(new Memory(ended)))
          .build();

  private record Memory(List<SpanData> ended) implements SpanExporter {
    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      ended.addAll(spans);
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }

  public RecordedSteps() {
    TraceStep.recordBy(provider.get("test"));
  }

  /** Those of a name that have ended. */
  public List<SpanData> named(String name) {
    return ended.stream().filter(step -> step.getName().equals(name)).toList();
  }

  @Override
  public void close() {
    TraceStep.recordBy(null);
    provider.close();
  }
}
