package edgeai.common.inference;

import edgeai.common.trace.TraceStep;
import edgeai.common.wire.TraceParent;
import io.opentelemetry.api.trace.SpanKind;

/**
 * The inference of a piece's frames as one step of a trace, from the first of them to the end of
 * the piece: a step for each would be more than anybody reads. Thread-safe.
 */
final class PieceStep {
  private TraceStep step;
  private int frames;
  private double milliseconds;

  /** A frame is about to be inferred. */
  synchronized void begin(TraceParent piece) {
    if (step == null) {
      step =
          piece != null && piece.sampled()
              ? TraceStep.begin("infer", SpanKind.INTERNAL, piece)
              : TraceStep.passing(piece);
    }
  }

  synchronized void inferred(double took) {
    frames++;
    milliseconds += took;
  }

  synchronized void end() {
    if (step != null) {
      step.with("edge.frames", frames).with("edge.inference_ms", Math.round(milliseconds));
      step.end();
    }
  }
}
