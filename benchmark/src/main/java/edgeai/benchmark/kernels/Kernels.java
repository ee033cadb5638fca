package edgeai.benchmark.kernels;

import edgeai.benchmark.Benchmark;
import edgeai.benchmark.Clip;
import edgeai.benchmark.Figure;
import edgeai.benchmark.Report;
import edgeai.benchmark.Row;
import edgeai.benchmark.Run;
import edgeai.common.vision.KernelFrame;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Microseconds of each step before and after the network. */
public final class Kernels implements Benchmark {

  @Override
  public String name() {
    return "kernels";
  }

  @Override
  public String description() {
    return "the steps before and after the network, one by one";
  }

  @Override
  public void run(Run run, Report report) throws Exception {
    Path frame = run.scratch().resolve("frame.jpg");
    Files.write(frame, Clip.frames(run, 1).get(0));
    for (Kernel kernel : Kernel.ALL) {
      run.progress(this, kernel.name());
      double value = measure(kernel, kernel.method(), frame, run);
      Figure reference =
          kernel.hasReference()
              ? Figure.of(measure(kernel, kernel.referenceMethod(), frame, run))
              : Figure.NONE;
      report.add(new Row(kernel.name(), Figure.of(value), "us", kernel.reference(), reference));
    }
    report.note("microseconds of one call, mean of the fastest iteration, one thread");
  }

  /** Others on this machine only ever slow an iteration down: the fastest tells most. */
  private static double measure(Kernel kernel, String method, Path frame, Run run)
      throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^\\Q" + kernel.state().getName() + "." + method + "\\E$")
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.MICROSECONDS)
            .forks(1)
            .threads(1)
            .warmupIterations(run.choose(1, 2))
            .warmupTime(TimeValue.milliseconds(300))
            .measurementIterations(run.choose(3, 4))
            .measurementTime(TimeValue.milliseconds(run.choose(100, 250)))
            .jvmArgsAppend("-D" + KernelFrame.PROPERTY + "=" + frame)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    if (kernel.candidates() > 0) {
      options.param("candidates", String.valueOf(kernel.candidates()));
    }
    return new Runner(options.build()).runSingle().getPrimaryResult().getStatistics().getMin();
  }
}
