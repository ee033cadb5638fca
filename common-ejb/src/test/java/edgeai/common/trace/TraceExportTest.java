package edgeai.common.trace;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.wire.TraceParent;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TraceExportTest {
  private static final int MOST = 4;

  private final TraceFigures figures = new TraceFigures();
  private final Collector collector = new Collector();
  private final SdkTracerProvider provider =
      SdkTracerProvider.builder()
          .setSampler(new OwnSteps(Sampler.parentBased(Sampler.alwaysOn())))
          .addSpanProcessor(
              new BoundedSteps(
                  BatchSpanProcessor.builder(new ToldExport(collector, figures))
                      .setScheduleDelay(1, TimeUnit.HOURS)
                      .setMaxQueueSize(MOST)
                      .setMaxExportBatchSize(MOST)
                      .build(),
                  MOST,
                  figures))
          .build();
  private final Tracer tracer = provider.get("test");

  /** Takes what comes, or not. */
  private static final class Collector implements SpanExporter {
    private final List<SpanData> taken = new ArrayList<>();
    private CompletableResultCode answer = CompletableResultCode.ofSuccess();

    @Override
    public synchronized CompletableResultCode export(Collection<SpanData> spans) {
      taken.addAll(spans);
      return answer;
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

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void stepsArePartOfWhatTheySayTheyAre() {
    TraceParent client =
        TraceParent.parse(TraceParent.fresh().written().replaceFirst("00$", "01")).orElseThrow();
    TraceStep upload = TraceStep.begin(tracer, "upload", SpanKind.SERVER, client);
    TraceStep job = TraceStep.begin(tracer, "job", SpanKind.INTERNAL, upload.trace());
    job.end();
    job.end();
    upload.end();
    flush();
    assertThat(collector.taken).extracting(SpanData::getName).containsExactly("job", "upload");
    assertThat(collector.taken).extracting(SpanData::getTraceId).containsOnly(client.traceId());
    assertThat(collector.taken)
        .extracting(SpanData::getParentSpanId)
        .containsExactly(upload.trace().spanId(), client.spanId());
    assertThat(figures.exported()).isEqualTo(2);
    assertThat(figures.waiting()).isZero();
  }

  @Test
  void whatACallerDoesNotRecordIsNotRecordedHere() {
    TraceStep step = TraceStep.begin(tracer, "upload", SpanKind.SERVER, TraceParent.fresh());
    assertThat(step.isRecorded()).isFalse();
    assertThat(step.trace().sampled()).isFalse();
    step.end();
    flush();
    assertThat(collector.taken).isEmpty();
  }

  @Test
  void whatTheContainerRecordsByItselfIsLeftOut() {
    tracer.spanBuilder("GET /health").startSpan().end();
    flush();
    assertThat(collector.taken).isEmpty();
    assertThat(figures.dropped()).isZero();
  }

  @Test
  void whatFindsNoRoomIsDroppedAndCounted() {
    collector.answer = new CompletableResultCode();
    for (int i = 0; i < MOST + 3; i++) {
      TraceStep.begin(tracer, "step", SpanKind.INTERNAL, null).end();
    }
    assertThat(figures.dropped()).isEqualTo(3);
    assertThat(figures.waiting()).isEqualTo(MOST);
    collector.answer.succeed();
  }

  @Test
  void whatTheCollectorDoesNotTakeIsLostAndMakesRoom() {
    collector.answer = CompletableResultCode.ofFailure();
    TraceStep.begin(tracer, "step", SpanKind.INTERNAL, null).end();
    flush();
    assertThat(figures.lost()).isEqualTo(1);
    assertThat(figures.waiting()).isZero();
  }

  private void flush() {
    provider.forceFlush().join(10, TimeUnit.SECONDS);
  }
}
