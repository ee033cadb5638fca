package edgeai.common.trace;

import edgeai.common.log.LogContext;
import edgeai.common.log.LogSubject;
import edgeai.common.wire.TraceParent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One step of a trace, from its beginning to its end. Where nothing is recorded, and where nobody
 * records this trace, it only hands on what it is part of, and costs nothing. Like a logger it is
 * there for everybody, before any bean. Thread-safe.
 */
public final class TraceStep {
  /** In the context of our own steps: the container would record each request besides. */
  static final ContextKey<Boolean> OWN = ContextKey.named("a step of this project");

  private static volatile Optional<Tracer> recorder = Optional.empty();

  private final Span span;
  private final TraceParent trace;

  private TraceStep(Span span, TraceParent trace) {
    this.span = span;
    this.trace = trace;
  }

  /**
   * Steps are recorded from now on.
   *
   * @param tracer null where they are not any more
   */
  static void recordBy(Tracer tracer) {
    recorder = Optional.ofNullable(tracer);
  }

  /** Whether steps are recorded at all. */
  public static boolean isRecording() {
    return recorder.isPresent();
  }

  /**
   * Begins a step.
   *
   * @param parent what it is part of; null where it is the first of its trace
   */
  public static TraceStep begin(String name, SpanKind kind, TraceParent parent) {
    return recorder
        .map(tracer -> begin(tracer, name, kind, parent))
        .orElseGet(() -> passing(parent));
  }

  /** Begins a step of what this thread is at; nothing where that is part of no trace. */
  public static TraceStep within(String name, SpanKind kind) {
    TraceParent parent = LogContext.current().trace();
    return parent == null || !parent.sampled() ? passing(parent) : begin(name, kind, parent);
  }

  /**
   * No step of its own.
   *
   * @param trace what it stands for, null for nothing
   */
  public static TraceStep passing(TraceParent trace) {
    return new TraceStep(Span.getInvalid(), trace);
  }

  static TraceStep begin(Tracer tracer, String name, SpanKind kind, TraceParent parent) {
    Context context = Context.root().with(OWN, true);
    if (parent != null) {
      context = context.with(Span.wrap(remote(parent)));
    }
    Span span = tracer.spanBuilder(name).setSpanKind(kind).setParent(context).startSpan();
    SpanContext begun = span.getSpanContext();
    return new TraceStep(
        span, new TraceParent(begun.getTraceId(), begun.getSpanId(), begun.isSampled()));
  }

  private static SpanContext remote(TraceParent parent) {
    return SpanContext.createFromRemoteParent(
        parent.traceId(),
        parent.spanId(),
        parent.sampled() ? TraceFlags.getSampled() : TraceFlags.getDefault(),
        TraceState.getDefault());
  }

  /** Does something as a step of what this thread is at. */
  public static <T> T during(String name, Supplier<T> work) {
    TraceStep step = within(name, SpanKind.INTERNAL);
    LogSubject before = LogContext.enter(step.subject());
    try {
      return work.get();
    } catch (RuntimeException | Error e) {
      step.failed(e.getClass().getSimpleName());
      throw e;
    } finally {
      LogContext.leave(before);
      step.end();
    }
  }

  /** What calls that are made for it say they are part of; null where that is nothing. */
  public TraceParent trace() {
    return trace;
  }

  /** The same, for those who log. */
  public LogSubject subject() {
    return LogSubject.ofTrace(trace);
  }

  /** Whether anybody will see it. */
  public boolean isRecorded() {
    return span.isRecording();
  }

  /** Says something of it. */
  public TraceStep with(String name, String value) {
    span.setAttribute(name, value);
    return this;
  }

  /** Says something of it. */
  public TraceStep with(String name, long value) {
    span.setAttribute(name, value);
    return this;
  }

  /** It came to nothing. */
  public void failed(String why) {
    span.setStatus(StatusCode.ERROR, why);
  }

  /** It is over; what comes after changes nothing. */
  public void end() {
    span.end();
  }
}
