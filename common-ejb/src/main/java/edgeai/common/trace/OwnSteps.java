package edgeai.common.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/**
 * Leaves out what the container would record by itself: each heartbeat, look of a dashboard and
 * scrape. Of our own steps the sampler decides that {@code OTEL_TRACES_SAMPLER} names.
 */
record OwnSteps(Sampler ours) implements Sampler {
  @Override
  public SamplingResult shouldSample(
      Context parent,
      String traceId,
      String name,
      SpanKind kind,
      Attributes attributes,
      List<LinkData> links) {
    return Boolean.TRUE.equals(parent.get(TraceStep.OWN))
        ? ours.shouldSample(parent, traceId, name, kind, attributes, links)
        : SamplingResult.drop();
  }

  @Override
  public String getDescription() {
    return "OwnSteps{" + ours.getDescription() + "}";
  }
}
