package edgeai.coordinator.frame;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.log.LogContext;
import edgeai.common.log.LogSubject;
import edgeai.common.trace.RecordedSteps;
import edgeai.common.trace.TraceStep;
import edgeai.common.wire.TraceParent;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.Test;

class JobTraceTest {
  private static final int MORE = 5;

  @Test
  void soManyFramesAreStepsAndTheOthersAreCounted() {
    try (RecordedSteps steps = new RecordedSteps()) {
      JobTrace trace = JobTrace.begin("a1");
      for (int i = 0; i < JobTrace.MOST; i++) {
        TraceStep frame = trace.atWorker("frame", "w-1");
        assertThat(frame.trace().sampled()).isTrue();
        frame.end();
      }
      for (int i = 0; i < MORE; i++) {
        TraceStep frame = trace.atWorker("frame", "w-1");
        assertThat(frame.trace()).isEqualTo(trace.trace().unsampled());
        frame.end();
      }
      trace.ended("completed", JobTrace.MOST + MORE, null);
      trace.ended("failed", 0, "once more");

      assertThat(steps.named("frame"))
          .hasSize(JobTrace.MOST)
          .allMatch(frame -> frame.getParentSpanId().equals(trace.trace().spanId()));
      SpanData job = steps.named("job").get(0);
      assertThat(steps.named("job")).hasSize(1);
      assertThat(job.getAttributes().get(AttributeKey.longKey("edge.steps_left_out")))
          .isEqualTo(MORE);
      assertThat(job.getAttributes().get(AttributeKey.stringKey("edge.status")))
          .isEqualTo("completed");
    }
  }

  @Test
  void whereNothingIsRecordedItHandsOnWhatTheUploadWasPartOf() {
    TraceParent upload = TraceParent.fresh();
    LogContext.run(
        LogSubject.ofTrace(upload),
        () -> {
          JobTrace trace = JobTrace.begin("a1");
          assertThat(trace.trace()).isEqualTo(upload);
          assertThat(trace.atWorker("frame", "w-1").trace()).isEqualTo(upload);
          trace.ended("completed", 1, null);
        });
    assertThat(JobTrace.none().trace()).isNull();
    assertThat(JobTrace.none().atWorker("frame", "w-1").trace()).isNull();
  }
}
