package edgeai.common.vision;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
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

  private final Sessions sessions;
  private final List<InferenceSlot> slots = new ArrayList<>();

  private BareInference(Sessions sessions) {
    this.sessions = sessions;
  }

  /**
   * Opens the model.
   *
   * @param options whose provider is not the automatic one
   * @throws ModelException if the model does not run on this provider
   */
  public static BareInference open(Path model, DetectorOptions options)
      throws ModelException, OrtException {
    ModelFile file = ModelFile.of(model);
    Sessions sessions = Sessions.open(file, options);
    BareInference bare = new BareInference(sessions);
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    ProvenModel proven = ProvenModel.of(file.fileName(), environment, sessions.first());
    for (int caller = 0; caller < options.callers(); caller++) {
      InferenceSlot slot = new InferenceSlot(environment, sessions, caller, proven);
      bare.slots.add(slot);
      for (int run = 0; run < WARM_UP_RUNS; run++) {
        slot.run();
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
      slot.run();
      runs++;
    }
    return runs;
  }

  @Override
  public void close() {
    slots.forEach(InferenceSlot::close);
    sessions.close();
  }
}
