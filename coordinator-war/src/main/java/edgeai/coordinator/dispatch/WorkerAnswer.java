package edgeai.coordinator.dispatch;

import edgeai.common.wire.Detection;
import edgeai.common.wire.FrameAttempt;
import java.util.List;

/** What came of sending one frame to one worker. */
sealed interface WorkerAnswer {
  /** What the ledger calls an attempt with this answer, see {@link FrameAttempt}. */
  String outcome();

  /** Why the frame is not done; null where it is. */
  default String reason() {
    return null;
  }

  /** The worker's detections, which count. */
  record Detected(List<Detection> detections, double processingTimeMs) implements WorkerAnswer {
    @Override
    public String outcome() {
      return FrameAttempt.COMPLETED;
    }
  }

  /** The worker says it is done and has posted its result by itself. */
  record Delivered() implements WorkerAnswer {
    @Override
    public String outcome() {
      return FrameAttempt.COMPLETED;
    }
  }

  /** The worker says it is done and has posted nothing. */
  record Undelivered() implements WorkerAnswer {
    @Override
    public String outcome() {
      return FrameAttempt.FAILED;
    }

    @Override
    public String reason() {
      return "said ok, but posted no result";
    }
  }

  /**
   * The worker says that this frame cannot be done: a strike against the frame.
   *
   * @param costsWorker whether the worker is to blame too, as for an internal error
   */
  record Declined(String reason, boolean costsWorker) implements WorkerAnswer {
    @Override
    public String outcome() {
      return FrameAttempt.DECLINED;
    }
  }

  /** The worker refused, or was full: the frame goes elsewhere. */
  record Unserved(String reason) implements WorkerAnswer {
    @Override
    public String outcome() {
      return FrameAttempt.FAILED;
    }
  }

  /** The worker has as much as it takes: a piece goes elsewhere, or is offered again soon. */
  record Full(String reason) implements WorkerAnswer {
    @Override
    public String outcome() {
      return FrameAttempt.FAILED;
    }
  }

  /** The worker does not have the model, or not any more: the frame goes elsewhere, for free. */
  record Lacking(String reason) implements WorkerAnswer {
    @Override
    public String outcome() {
      return FrameAttempt.FAILED;
    }
  }

  /** The worker answered what cannot be believed: the frame goes elsewhere. */
  record Implausible(String reason) implements WorkerAnswer {
    @Override
    public String outcome() {
      return FrameAttempt.FAILED;
    }
  }

  /** The worker broke off in the middle. */
  record Died(String reason) implements WorkerAnswer {
    @Override
    public String outcome() {
      return FrameAttempt.DIED;
    }
  }

  /** The worker did not answer in time. */
  record Silent(String reason) implements WorkerAnswer {
    @Override
    public String outcome() {
      return FrameAttempt.DIED;
    }
  }
}
