package edgeai.common.vision;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What the model alone can do: {@code session.run} on tensors that lie ready, by callers side by
 * side, the session opened as the product opens it.
 */
public final class BareInference implements AutoCloseable {

  private static final int WARM_UP_RUNS = 3;

  private final OrtSession session;
  private final List<InferenceSlot> slots = new ArrayList<>();

  private BareInference(OrtSession session) {
    this.session = session;
  }

  /**
   * Opens the model on the CPU.
   *
   * @param callers that infer at the same time
   * @param threads of each inference
   */
  public static BareInference open(Path model, int callers, int threads)
      throws ModelException, OrtException {
    ModelFile file = ModelFile.of(model);
    OrtSession session = file.openSession(new DetectorOptions("cpu", callers, threads));
    BareInference bare = new BareInference(session);
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    ModelSignature signature = ModelSignature.of(file.fileName(), session);
    long[] shape = InferenceSlot.probe(environment, session, signature);
    String head = session.getOutputNames().iterator().next();
    for (int caller = 0; caller < callers; caller++) {
      InferenceSlot slot = new InferenceSlot(environment, signature, head, shape);
      bare.slots.add(slot);
      for (int run = 0; run < WARM_UP_RUNS; run++) {
        slot.run(session);
      }
    }
    return bare;
  }

  /** Inferences a second of all callers together, over about this time. */
  public double framesPerSecond(Duration time) throws InterruptedException, OrtException {
    ExecutorService callers = Executors.newFixedThreadPool(slots.size());
    long started = System.nanoTime();
    long until = started + time.toNanos();
    try {
      List<Callable<Long>> loops = new ArrayList<>();
      slots.forEach(slot -> loops.add(() -> runs(slot, until)));
      long runs = 0;
      for (Future<Long> loop : callers.invokeAll(loops)) {
        runs += loop.get();
      }
      return runs * 1e9 / (System.nanoTime() - started);
    } catch (ExecutionException e) {
      throw new OrtException(e.getCause().getMessage());
    } finally {
      callers.shutdownNow();
    }
  }

  private long runs(InferenceSlot slot, long until) throws OrtException {
    long runs = 0;
    while (System.nanoTime() < until) {
      slot.run(session);
      runs++;
    }
    return runs;
  }

  @Override
  public void close() throws OrtException {
    slots.forEach(InferenceSlot::close);
    session.close();
  }
}
