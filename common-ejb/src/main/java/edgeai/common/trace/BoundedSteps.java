package edgeai.common.trace;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/**
 * Lets no more steps wait than its queue takes, and counts those that it drops: the queue itself
 * says nothing of them.
 */
record BoundedSteps(SpanProcessor queue, int most, TraceFigures figures) implements SpanProcessor {
  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    queue.onStart(parent, span);
  }

  @Override
  public boolean isStartRequired() {
    return queue.isStartRequired();
  }

  @Override
  public void onEnd(ReadableSpan span) {
    if (span.getSpanContext().isSampled() && figures.enter(most)) {
      queue.onEnd(span);
    }
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }

  @Override
  public CompletableResultCode shutdown() {
    return queue.shutdown();
  }

  @Override
  public CompletableResultCode forceFlush() {
    return queue.forceFlush();
  }
}
