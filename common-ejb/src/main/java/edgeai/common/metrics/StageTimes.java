package edgeai.common.metrics;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToDoubleFunction;

/** Where the time of frames goes on this server, as sums over all frames. Thread-safe. */
@ApplicationScoped
public class StageTimes {

  /** What a frame goes through, in this order; a server sees those that it does itself. */
  public enum Stage {
    /** From the video's bytes to pixels, frames between two that are taken included. */
    DECODE,
    /** From pixels to JPEG. */
    ENCODE,
    /** Waiting for a free place at a worker. */
    QUEUE,
    /** At a remote worker, less what that worker says it took. */
    NETWORK,
    /** From JPEG to pixels. */
    JPEG_DECODE,
    /** From pixels to the input tensor. */
    LETTERBOX,
    /** The network itself. */
    INFER,
    /** From the output tensor to boxes. */
    SUPPRESS,
    /** Into the database. */
    STORE
  }

  private record Sums(LongAdder frames, LongAdder nanos) {}

  private final Map<Stage, Sums> stages = new EnumMap<>(Stage.class);

  public StageTimes() {
    for (Stage stage : Stage.values()) {
      stages.put(stage, new Sums(new LongAdder(), new LongAdder()));
    }
  }

  /** Counts one frame. */
  public void add(Stage stage, long nanos) {
    add(stage, nanos, 1);
  }

  /** Counts frames that went through together. */
  public void add(Stage stage, long nanos, long frames) {
    Sums sums = stages.get(stage);
    sums.frames().add(frames);
    sums.nanos().add(Math.max(0, nanos));
  }

  /** Counts one frame from its pixels to its boxes, in nanoseconds. */
  public void addInferred(long letterbox, long infer, long suppress) {
    add(Stage.LETTERBOX, letterbox);
    add(Stage.INFER, infer);
    add(Stage.SUPPRESS, suppress);
  }

  /** Shows the sums to Prometheus. */
  public void register() {
    counter("edge_stage_frames_total", "Frames that went through a stage.", s -> s.frames().sum());
    counter(
        "edge_stage_seconds_total",
        "Time that frames spent in a stage.",
        sums -> sums.nanos().sum() / 1e9);
  }

  private void counter(String name, String help, ToDoubleFunction<Sums> value) {
    CounterWithCallback.builder()
        .name(name)
        .help(help)
        .labelNames("stage")
        .callback(
            callback ->
                stages.forEach(
                    (stage, sums) -> {
                      if (sums.frames().sum() > 0) {
                        callback.call(
                            value.applyAsDouble(sums), stage.name().toLowerCase(Locale.ROOT));
                      }
                    }))
        .register();
  }
}
