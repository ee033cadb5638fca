package edgeai.benchmark.hour;

import edgeai.benchmark.Benchmark;
import edgeai.benchmark.Report;
import edgeai.benchmark.Run;
import edgeai.benchmark.footage.MadeClips;
import edgeai.benchmark.servers.Started;
import edgeai.systemtests.fixture.ServerProcess;
import java.nio.file.Path;
import java.util.Map;

/**
 * An hour of 1080p with a key frame every two seconds: a job that wants one frame in five seconds,
 * the picture of a frame near its end, and a coordinator that is killed in the middle.
 */
public final class LongVideo implements Benchmark {
  static final int MINUTES = 60;
  static final int FPS = 30;

  @Override
  public String name() {
    return "long";
  }

  @Override
  public String description() {
    return "an hour of video: few frames of it, one near its end, a restart in its middle";
  }

  /** It takes many minutes where all of the video has to be decoded. */
  @Override
  public boolean isUsual() {
    return false;
  }

  @Override
  public boolean isQuick() {
    return false;
  }

  @Override
  public void run(Run run, Report report) throws Exception {
    run.progress(this, "making an hour of video");
    Path video = new MadeClips(run).street(MINUTES);
    Map<String, String> settings = Map.of("LOCAL_WORKER", "false", "MALLOC_ARENA_MAX", "2");
    run.progress(this, "starting a coordinator");
    try (Started started = Started.by(() -> ServerProcess.coordinator("bench-long", settings))) {
      ServerProcess coordinator = started.server();
      run.progress(this, "a frame in five seconds");
      new SeldomFrames(run, report, coordinator).measure(video);
      run.progress(this, "a coordinator killed in the middle");
      new Comeback(run, report, coordinator).measure(video);
    }
  }
}
