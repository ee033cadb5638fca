package edgeai.common.vision;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The sessions of a model. On the CPU all callers share one and run on it at the same time. On CUDA
 * they take turns at up to four: ONNX Runtime's CUDA provider lets those who run on one session at
 * the same time overwrite each other's memory on the device, which ends the process, and more
 * sessions take more of that memory and infer hardly more.
 */
final class Sessions implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Sessions.class.getName());
  private static final int MOST_ON_CUDA = 4;

  private final List<OrtSession> sessions = new ArrayList<>();
  private final List<Lock> turns = new ArrayList<>();
  private final boolean oneAtATime;

  private Sessions(boolean oneAtATime) {
    this.oneAtATime = oneAtATime;
  }

  /** Loads the model for the provider that the options name, which is not the automatic one. */
  static Sessions open(ModelFile file, DetectorOptions options) throws ModelException {
    Sessions opened = new Sessions(options.cuda());
    int needed = options.cuda() ? Math.min(options.callers(), MOST_ON_CUDA) : 1;
    try {
      while (opened.sessions.size() < needed) {
        opened.sessions.add(file.openSession(options));
        opened.turns.add(new ReentrantLock(true));
      }
      return opened;
    } catch (ModelException e) {
      opened.close();
      throw e;
    }
  }

  /** One of them, to ask about the model. */
  OrtSession first() {
    return sessions.get(0);
  }

  /**
   * Infers, on CUDA after those before it on the same session.
   *
   * @param caller counted from 0
   * @param wanted outputs that the result is to bring
   * @param pinned memory for outputs that the result need not bring
   */
  OrtSession.Result run(
      int caller,
      Map<String, OnnxTensor> inputs,
      Set<String> wanted,
      Map<String, OnnxTensor> pinned)
      throws OrtException {
    int number = caller % sessions.size();
    Lock turn = turns.get(number);
    if (oneAtATime) {
      turn.lock();
    }
    try {
      return sessions.get(number).run(inputs, wanted, pinned);
    } finally {
      if (oneAtATime) {
        turn.unlock();
      }
    }
  }

  @Override
  public void close() {
    for (OrtSession session : sessions) {
      try {
        session.close();
      } catch (OrtException e) {
        LOG.log(Level.WARNING, "An ONNX Runtime session did not close", e);
      }
    }
  }
}
