package edgeai.benchmark.cuda;

import edgeai.benchmark.Benchmark;
import edgeai.benchmark.Clip;
import edgeai.benchmark.Figure;
import edgeai.benchmark.Report;
import edgeai.benchmark.Row;
import edgeai.benchmark.Run;
import edgeai.benchmark.efficiency.Sharing;
import edgeai.common.vision.BareInference;
import edgeai.common.vision.Detector;
import edgeai.common.vision.DetectorOptions;
import edgeai.common.vision.ModelException;
import edgeai.common.vision.Picture;
import edgeai.common.wire.Detection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The model on a CUDA device, beside the same on all hardware threads of this machine, and jobs on
 * that device. Where {@code PROVIDER} is {@code cpu} the CPU takes the device's part.
 */
public final class Cuda implements Benchmark {

  private static final double CONFIDENCE = 0.4;

  @Override
  public String name() {
    return "cuda";
  }

  @Override
  public String description() {
    return "the model and jobs on a GPU, beside the CPU";
  }

  @Override
  public void run(Run run, Report report) throws Exception {
    String provider = run.named().contains("PROVIDER") ? run.provider() : "cuda";
    if (provider.equals("cpu")) {
      report.note("PROVIDER=cpu: the CPU stands in for the GPU, to try the benchmark itself");
    }
    int hardwareThreads = Runtime.getRuntime().availableProcessors();
    try (Detector cpu = Detector.open(run.model(), new DetectorOptions("cpu", 1, hardwareThreads));
        Detector gpu = onGpu(run, provider, report)) {
      if (gpu != null) {
        bare(run, provider, report);
        frames(run, cpu, gpu, report);
        new CudaJobs(run.withProvider(provider), report).measure(this);
      }
    }
  }

  /** Nothing where there is no GPU, which the report then says. */
  private static Detector onGpu(Run run, String provider, Report report) {
    try {
      return Detector.open(run.model(), new DetectorOptions(provider, 1, 1));
    } catch (ModelException e) {
      report.add(Row.of("session.run", Figure.missing("not run"), "frames/s"));
      report.note("not run: " + e.getMessage());
      return null;
    }
  }

  private void bare(Run run, String provider, Report report) throws Exception {
    Duration time = Duration.ofSeconds(run.choose(1, 2));
    Sharing fastest = Sharing.fastest(run, "cpu");
    try (BareInference cpu = fastest.bare(run, "cpu")) {
      for (Sharing sharing : Sharing.onGpu()) {
        run.progress(this, "callers: %d".formatted(sharing.callers()));
        try (BareInference gpu = sharing.bare(run, provider)) {
          report.add(
              new Row(
                  "session.run, callers: %d".formatted(sharing.callers()),
                  Figure.of(gpu.framesPerSecond(time)),
                  "frames/s",
                  "CPU, " + fastest.text(),
                  Figure.of(cpu.framesPerSecond(time))));
        }
      }
    }
  }

  private void frames(Run run, Detector cpu, Detector gpu, Report report) throws Exception {
    run.progress(this, "from decoded pixels to boxes");
    List<Double> onGpu = new ArrayList<>();
    List<Double> onCpu = new ArrayList<>();
    List<byte[]> jpegs = Clip.frames(run, run.choose(10, 30));
    int alike = 0;
    gpu.warmUp();
    cpu.warmUp();
    for (byte[] jpeg : jpegs) {
      try (Picture picture = Picture.decode(jpeg, Long.MAX_VALUE)) {
        List<Detection> byGpu = timed(gpu, picture, onGpu);
        alike += Likeness.of(byGpu, timed(cpu, picture, onCpu)) ? 1 : 0;
      }
    }
    report.add(
        new Row(
            "a frame",
            Figure.median(onGpu),
            "ms",
            "CPU, one caller, all threads",
            Figure.median(onCpu)));
    report.note(
        "from decoded pixels to boxes, one caller; as on the CPU, box by box, in %d of %d frames"
            .formatted(alike, jpegs.size()));
  }

  private static List<Detection> timed(Detector detector, Picture picture, List<Double> millis) {
    long started = System.nanoTime();
    List<Detection> found = detector.detect(picture, CONFIDENCE);
    millis.add((System.nanoTime() - started) / 1e6);
    return found;
  }
}
