package edgeai.worker.infer;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.MutableClock;
import edgeai.common.fixture.Problems;
import edgeai.common.fixture.Problems.Refused;
import edgeai.common.fixture.Scraped;
import edgeai.common.inference.EngineInUse;
import edgeai.common.metrics.ShedCounts;
import edgeai.common.vision.EncodedPicture;
import edgeai.common.vision.NoOpModel;
import edgeai.settings.SettingReader;
import edgeai.worker.settings.WorkerSettings;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What a worker without a model does; with one it is seen in the system tests. */
class InferenceStageTest {
  private final WorkerSettings settings =
      WorkerSettings.read(new SettingReader(Map.of("INFER_CALLERS", "2")::get));
  private final EngineInUse engine = WorkerModel.engine(settings, new MutableClock());
  private final InferenceStage stage = new InferenceStage(settings, engine);

  @Test
  void withoutAModelItAsksToComeBack() {
    assertThat(
            Problems.of(() -> stage.infer(EncodedPicture.of(new byte[3]), OptionalDouble.empty())))
        .isEqualTo(new Refused(503, "This worker has no model yet."));
    assertThat(engine.card()).isEmpty();
  }

  @Test
  void aFrameThatWasRefusedLeavesItsPlace() {
    for (int i = 0; i < 10; i++) {
      assertThat(
              Problems.of(() -> stage.infer(EncodedPicture.of(new byte[3]), OptionalDouble.empty()))
                  .detail())
          .isEqualTo("This worker has no model yet.");
    }

    assertThat(stage.inFlight()).isZero();
    assertThat(engine.figures().pictures()).isZero();
    try {
      ShedCounts.register("edge_shed_total", "Turned away.", stage::shed);
      assertThat(Scraped.samples())
          .containsExactly(
              "edge_shed_total{reason=\"full\"} 0.0", "edge_shed_total{reason=\"no_model\"} 10.0");
    } finally {
      Scraped.forget();
    }
  }

  @Test
  void aWorkerThatInfersNothingAnswersWhateverComes() {
    WorkerSettings noOp = WorkerSettings.read(new SettingReader(Map.of("NOOP_DELAY_MS", "0")::get));
    EngineInUse nothing = WorkerModel.engine(noOp, new MutableClock());
    InferenceStage none = new InferenceStage(noOp, nothing);

    assertThat(nothing.card()).contains(NoOpModel.CARD);
    assertThat(none.infer(EncodedPicture.of(new byte[3]), OptionalDouble.empty()).detections())
        .isEmpty();
    assertThat(nothing.figures().pictures()).isOne();
    assertThat(
            Problems.of(
                    () ->
                        none.infer(
                            EncodedPicture.of(new byte[3]),
                            OptionalDouble.empty(),
                            Optional.of("0".repeat(64))))
                .status())
        .isEqualTo(409);
  }
}
