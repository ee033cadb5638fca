package edgeai.coordinator.review;

import static edgeai.coordinator.result.TestResults.completed;
import static edgeai.coordinator.result.TestResults.failed;
import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.wire.Job;
import edgeai.coordinator.dispatch.InFlight;
import edgeai.coordinator.dispatch.PieceLeases;
import edgeai.coordinator.fleet.TestPool;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.OpenFrames;
import edgeai.coordinator.frame.TestFrames;
import edgeai.coordinator.job.JobRecord;
import edgeai.coordinator.job.JobRun;
import edgeai.coordinator.job.TestJobs;
import edgeai.coordinator.store.LedgerWriter;
import edgeai.settings.Tiles;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StallsTest {
  private final TestPool pool = new TestPool();
  private final JobRun run = run();
  private final OpenFrames open = new OpenFrames();
  private final Stalls stalls =
      new Stalls(pool.fleet(), new Out(), new PieceLeases(), open, new Writer(), pool.clock());

  private InFlight.Held held;
  private String database;

  private JobRun run() {
    return new JobRun(TestJobs.queued("job", 225), pool.clock());
  }

  private void begin() {
    open.add(TestFrames.frame(1));
    run.started();
    run.progress().taken();
  }

  private String stalled() {
    return stalls.show(run).stalled();
  }

  private WorkerNode join(String id) {
    WorkerNode node = pool.join(id);
    pool.places().lease(Set.of(), any -> true);
    return node;
  }

  @Test
  void aJobThatWaitsForItsTurnIsNotStalled() {
    pool.passes(60);
    assertThat(stalled()).isNull();
  }

  @Test
  void whileFramesAreCompletedNothingIsWrong() {
    join("w1").failed("answered 503");
    begin();
    for (int frame = 1; frame < 20; frame++) {
      pool.passes(9);
      run.progress().taken();
      run.progress().stored(completed(frame, "w1"), "sha");
      assertThat(stalled()).isNull();
    }
  }

  @Test
  void aPoolWithoutWorkersIsNamed() {
    begin();
    pool.passes(9.9);
    assertThat(stalled()).isNull();
    pool.passes(0.1);
    assertThat(stalled()).isEqualTo("No worker does frames: none has joined.");
  }

  @Test
  void whatIsWrongWithEachWorkerIsNamed() {
    join("w1").failed("answered 503: libjavajpeg.so: libjpeg.so.62 is missing");
    pool.join(TestPool.worker("w2", 1));
    begin();
    pool.clock().advanceSeconds(25);
    pool.heartbeat("w1");

    assertThat(stalled())
        .isEqualTo(
            "No worker does frames: w1 did not do its last frame (10:15:30 UTC: answered 503:"
                + " libjavajpeg.so: libjpeg.so.62 is missing);"
                + " w2 has been silent since 10:15:30 UTC.");
  }

  @Test
  void aPoolThatCannotCutTheFramesIntoTilesIsNamed() {
    JobRecord queued = TestJobs.queued("job", 225);
    JobRun cut =
        new JobRun(
            new JobRecord(
                queued.job().inMode(Job.PIECES, null), queued.options().cutInto(Tiles.SIX)),
            pool.clock());
    pool.join(TestPool.agent("agent"));
    cut.started();
    pool.passes(11);

    assertThat(stalls.show(cut).stalled())
        .isEqualTo(
            "No worker does frames: agent cannot cut frames into tiles, and those of this job are"
                + " cut into 3x2.");
    pool.joinCutting("c");
    assertThat(stalls.show(cut).stalled()).isNull();
  }

  @Test
  void framesThatOnlyFailAreNoProgress() {
    WorkerNode node = join("w1");
    node.failed("boom");
    begin();
    pool.passes(9);
    run.progress().taken();
    run.progress().stored(failed(1, "w1", "3 workers failed on it"), "");
    pool.passes(2);

    assertThat(stalled()).contains("w1 did not do its last frame", "boom");
  }

  @Test
  void itClearsItselfWhenAFrameIsDone() {
    WorkerNode node = join("w1");
    node.failed("boom");
    begin();
    pool.passes(11);
    assertThat(stalled()).contains("boom");
    run.progress().stored(completed(1, "w1"), "sha");
    assertThat(stalled()).isNull();
  }

  @Test
  void aWorkerThatIsWellIsExpectedToGoOn() {
    WorkerNode node = join("w1");
    node.failed("boom");
    pool.places().lease(Set.of(), any -> true);
    node.succeeded(10, 10);
    begin();
    pool.passes(60);

    assertThat(stalled()).isNull();
  }

  @Test
  void aWorkerThatKeepsAFrameIsNamed() {
    WorkerNode node = join("w1");
    begin();
    pool.passes(12);
    held = new InFlight.Held(node, Duration.ofSeconds(12));

    assertThat(stalled())
        .isEqualTo(
            "Worker w1 has had a frame since 10:15:30 UTC and has not answered; it is its first.");
  }

  @Test
  void aWorkerThatIsAlwaysSlowIsNotStalled() {
    WorkerNode node = join("w1");
    node.succeeded(20_000, 20_000);
    begin();
    pool.passes(30);
    held = new InFlight.Held(node, Duration.ofSeconds(30));

    assertThat(stalled()).isNull();
  }

  @Test
  void aDatabaseThatDoesNotWriteIsNamed() {
    begin();
    database = "No space left on device";
    pool.passes(11);

    assertThat(stalled()).isEqualTo("The database does not write: No space left on device.");
  }

  @Test
  void resultsThatAreNotStoredAreNamed() {
    begin();
    open.forget(1);
    pool.passes(11);

    assertThat(stalled()).isEqualTo("1 results have waited for the database since 10:15:30 UTC.");
  }

  @Test
  void aDecoderThatGivesNoFrameIsNamed() {
    run.started();
    pool.passes(11);

    assertThat(stalled()).isEqualTo("The decoder has given no frame since 10:15:30 UTC.");
  }

  @Test
  void anEndedJobIsNotStalled() {
    begin();
    pool.passes(60);
    run.ended("The video is broken.", null);

    assertThat(stalled()).isNull();
  }

  private final class Out extends InFlight {
    Out() {
      super(pool.clock());
    }

    @Override
    public Optional<Held> longestHeld(String jobId) {
      return Optional.ofNullable(held);
    }
  }

  private final class Writer extends LedgerWriter {
    Writer() {
      super(null, null, null);
    }

    @Override
    public Optional<String> trouble() {
      return Optional.ofNullable(database);
    }
  }
}
