package edgeai.coordinator.synthetic;

import edgeai.benchmark.load.ClosedLoop;
import edgeai.benchmark.load.LoadFigures;
import edgeai.benchmark.load.Measurement;
import edgeai.benchmark.load.OpenLoop;
import edgeai.benchmark.load.Pacing;
import edgeai.coordinator.decode.FrameIds;
import edgeai.coordinator.dispatch.Dispatcher;
import edgeai.coordinator.result.FrameSeen;
import edgeai.coordinator.result.ResultStored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;

/** Stands where the decoder does: gives ids to frames of random bytes and submits them. */
@ApplicationScoped
public class SyntheticSource {
  @Inject private Dispatcher dispatcher;
  @Inject private FrameIds ids;

  private volatile SyntheticRun running;

  /** As many frames as can be done, {@code window} of them in the coordinator at a time. */
  LoadFigures closed(int bytes, int window, Duration warmUp, Duration length)
      throws InterruptedException {
    String job = UUID.randomUUID().toString();
    return run(job, bytes, ids.of(job)::at, new ClosedLoop(window), warmUp, length);
  }

  /** So many frames a second; their ids are reserved before, since that waits for the disk. */
  LoadFigures open(int bytes, double perSecond, Duration warmUp, Duration length)
      throws InterruptedException {
    String job = UUID.randomUUID().toString();
    FrameIds.OfJob ofJob = ids.of(job);
    // a second's more, since the last are due while the measurement ends
    long frames = (long) Math.ceil(perSecond * (warmUp.plus(length).toMillis() / 1e3 + 1)) + 1;
    long[] reserved = LongStream.range(0, frames).map(ofJob::at).toArray();
    return run(job, bytes, index -> reserved[(int) index], new OpenLoop(perSecond), warmUp, length);
  }

  private LoadFigures run(
      String job,
      int bytes,
      LongUnaryOperator frameIds,
      Pacing pacing,
      Duration warmUp,
      Duration length)
      throws InterruptedException {
    byte[] picture = new byte[bytes];
    new Random(1).nextBytes(picture);
    running = new SyntheticRun(dispatcher, pacing, new Measurement(warmUp, length));
    return running.send(job, picture, frameIds);
  }

  void onSeen(@Observes FrameSeen seen) {
    if (running != null) {
      running.seen(seen.result());
    }
  }

  void onStored(@Observes ResultStored stored) {
    if (running != null) {
      running.stored(stored.result());
    }
  }
}
