package edgeai.coordinator.result;

import edgeai.common.wire.FrameResult;
import edgeai.coordinator.frame.ResultRules;

/** The job side of a frame's result; job implements it, so that result need not know jobs. */
public interface FrameJob {
  ResultRules rules();

  /** The result is durable. */
  void stored(FrameResult result, String model);
}
