package edgeai.benchmark.efficiency;

import edgeai.benchmark.Run;
import edgeai.benchmark.loop.LoopFigures;
import edgeai.benchmark.loop.LoopProcess;
import edgeai.common.vision.BareInference;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What jobs of a film are held against, the model alone and a plain program; both have the session
 * as the product opens it, and do nothing while a job runs.
 */
final class FilmReferences implements AutoCloseable {
  private static final int QUICK_LOOP_FRAMES = 30;
  private static final int LOOP_FRAMES = 60;

  /** What a server does after a job, such as having a decoder ready, is soon over. */
  private static final long SETTLED_MS = 1_500;

  private final Film film;
  private final int loopFrames;
  private final String sharing;
  private final BareInference bare;
  private final LoopProcess loop;

  /** Opens the run's model twice, the second time in a process of its own. */
  FilmReferences(Run run, Film film, Sharing shared) throws Exception {
    this.film = film;
    loopFrames = run.choose(QUICK_LOOP_FRAMES, LOOP_FRAMES);
    sharing = (run.provider().equals("cpu") ? "" : run.provider() + ", ") + shared.text();
    bare = shared.bare(run, run.provider());
    loop = LoopProcess.start(run, shared);
    loop.pass(film.warmUp(), film.warmUpFps(), loopFrames);
  }

  /** Such as {@code bare loop, 2 x 1}. */
  String named(String which) {
    return which + ", " + sharing;
  }

  /** Frames a second of bare inference, after what a server still does when a job has ended. */
  double settledBareRate() throws Exception {
    TimeUnit.MILLISECONDS.sleep(SETTLED_MS);
    return bare.framesPerSecond(Duration.ofSeconds(2));
  }

  /** What the plain program comes to. */
  LoopFigures loop() throws IOException {
    return loop.pass(film.clip(), film.sampleFps(), loopFrames);
  }

  @Override
  public void close() {
    loop.close();
    bare.close();
  }
}
