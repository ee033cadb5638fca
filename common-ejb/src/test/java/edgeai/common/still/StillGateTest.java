package edgeai.common.still;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.wire.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StillGateTest {
  private static final double SAFE = 0.08;
  private static final double FAST = 0.16;
  private static final int FRAMES = 100;
  private static final double PER_SECOND = 5;

  /** By a strict gate: three take theirs from one. */
  private static final double STRICT_LEAST = 0.25;

  /** The frame that has to be inferred each second, and the first. */
  private static final double LEAST = 0.2;

  private static GateTrial trial(double gate, Footage footage) {
    return GateTrial.of(gate, FRAMES, PER_SECOND, footage);
  }

  /** An object with a level of brightness that is not the wall's. */
  private static Footage object(IntFunction<double[]> place) {
    return new Footage() {
      @Override
      public void draw(Canvas canvas, int frame) {
        double[] at = place.apply(frame);
        canvas.fill(at[0], at[1], at[2], at[3], 230).noise(4, frame);
      }

      @Override
      public List<Box> objects(int frame) {
        double[] at = place.apply(frame);
        double seen = Math.min(at[2], Canvas.WIDTH) - Math.max(at[0], 0);
        return seen < 12
            ? List.of()
            : List.of(
                new Box(
                    (int) Math.max(0, at[0]),
                    (int) at[1],
                    (int) Math.min(Canvas.WIDTH, at[2]),
                    (int) at[3]));
      }
    };
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 4, 10})
  void ofAFixedCameraNoMoreIsInferredThanHasToBeWhateverItsNoise(double deviation) {
    Footage still = (canvas, frame) -> canvas.noise(deviation, frame);

    assertThat(trial(SAFE, still).inferred()).isEqualTo(STRICT_LEAST);
    assertThat(trial(FAST, still).inferred()).isEqualTo(LEAST);
  }

  @Test
  void lightThatChangesSlowlyIsNothingNew() {
    GateTrial trial =
        trial(
            SAFE,
            (canvas, frame) -> canvas.light(1 + 0.4 * Math.sin(frame / 12.0)).noise(4, frame));

    assertThat(trial.inferred()).isEqualTo(STRICT_LEAST);
  }

  @Test
  void lightThatFlickersIsNothingNew() {
    GateTrial trial =
        trial(SAFE, (canvas, frame) -> canvas.light(frame % 2 == 0 ? 0.92 : 1.08).noise(4, frame));

    assertThat(trial.inferred()).isEqualTo(STRICT_LEAST);
  }

  @Test
  void lightThatIsSwitchedOnIsNew() {
    GateTrial trial = trial(SAFE, (canvas, frame) -> canvas.light(frame % 10 < 7 ? 0.5 : 1.2));

    assertThat(trial.inferred()).isGreaterThan(LEAST);
  }

  @Test
  void aClockInACornerIsNothingNewAfterItsFirstDigits() {
    GateTrial trial =
        trial(
            SAFE,
            (canvas, frame) -> {
              canvas.fill(20, 12, 180, 32, 0);
              for (int digit = 0; digit < 8; digit++) {
                boolean lit = (frame * 31 + digit * 17) % 3 > 0 || digit < 4;
                canvas.fill(24 + 19.0 * digit, 15, 24 + 19.0 * digit + (lit ? 13 : 5), 29, 250);
              }
              canvas.noise(4, frame);
            });

    assertThat(trial.inferred()).isLessThan(0.3);
  }

  @Test
  void aLeafThatMovesIsNothingNewOnceItWasLookedAt() {
    GateTrial trial =
        trial(
            SAFE,
            (canvas, frame) -> {
              double x = 400 + 14 * Math.sin(frame * 1.7);
              double y = 60 + 10 * Math.cos(frame * 2.3);
              canvas.fill(x, y, x + 16, y + 12, 20).noise(4, frame);
            });

    assertThat(trial.inferred()).isLessThan(0.35);
  }

  @Test
  void aPersonWhoComesToWhereALeafMovedIsFound() {
    GateTrial trial =
        trial(
            SAFE,
            new Footage() {
              @Override
              public void draw(Canvas canvas, int frame) {
                double x = 400 + 14 * Math.sin(frame * 1.7);
                canvas.fill(x, 60, x + 16, 72, 20);
                if (frame >= 50) {
                  canvas.fill(left(frame), 50, left(frame) + 30, 120, 230);
                }
                canvas.noise(4, frame);
              }

              private double left(int frame) {
                return Math.min(400, 300 + 4.0 * (frame - 50));
              }

              @Override
              public List<Box> objects(int frame) {
                int left = (int) left(frame);
                return frame >= 50 ? List.of(new Box(left, 50, left + 30, 120)) : List.of();
              }
            });

    assertThat(trial.longestMiss()).isLessThanOrEqualTo(0.2);
    assertThat(trial.agreement()).isGreaterThanOrEqualTo(0.99);
  }

  @ParameterizedTest
  @ValueSource(doubles = {SAFE, FAST})
  void anObjectThatEntersSlowlyAtTheEdgeIsFound(double gate) {
    GateTrial trial =
        trial(gate, object(frame -> new double[] {2.0 * frame - 60, 150, 2.0 * frame, 250}));

    assertThat(trial.longestMiss()).isLessThanOrEqualTo(1);
    assertThat(trial.agreement()).isGreaterThanOrEqualTo(gate == SAFE ? 0.99 : 0.97);
  }

  @ParameterizedTest
  @ValueSource(doubles = {SAFE, FAST})
  void aCarThatStopsAndStartsIsWhereItIs(double gate) {
    GateTrial trial =
        trial(
            gate,
            object(
                frame -> {
                  double x = 100 + 12.0 * (Math.min(frame, 20) + Math.max(0, frame - 80));
                  return new double[] {x, 200, x + 90, 250};
                }));

    assertThat(trial.agreement()).isGreaterThanOrEqualTo(gate == SAFE ? 0.99 : 0.97);
    assertThat(trial.longestMiss()).isLessThanOrEqualTo(1);
    assertThat(trial.inferred()).isLessThan(0.6);
  }

  @ParameterizedTest
  @ValueSource(doubles = {SAFE, FAST})
  void aSmallObjectFarAwayThatMovesAPixelAFrameIsFollowed(double gate) {
    GateTrial trial =
        trial(gate, object(frame -> new double[] {200.0 + frame, 100, 212.0 + frame, 112}));

    assertThat(trial.agreement()).isGreaterThanOrEqualTo(gate == SAFE ? 0.99 : 0.97);
    assertThat(trial.longestMiss()).isLessThanOrEqualTo(1);
  }

  @Test
  void aBusyRoadIsInferredWhole() {
    GateTrial trial =
        trial(
            FAST,
            object(
                frame -> {
                  double x = frame * 37 % 600;
                  return new double[] {x, 120, x + 80, 180};
                }));

    assertThat(trial.inferred()).isEqualTo(1);
  }

  /** The wall, and a speck so small that it counts only beside a box. */
  private static GreyPicture speck(boolean there) {
    Canvas canvas = Canvas.wall();
    if (there) {
      canvas.fill(302, 182, 312, 186, 250);
    }
    return canvas.grey();
  }

  @ParameterizedTest
  @CsvSource({"290, INFER", "30, REUSE"})
  void whatDependsOnBoxesIsDecidedOnceTheyAreKnown(int left, StillDecision decision) {
    StillGate gate = new StillGate(SAFE);
    gate.look(1, speck(false), 0);

    assertThat(gate.look(2, speck(true), 100_000).decision()).isEqualTo(StillDecision.AWAIT);
    gate.found(1, List.of(new Box(left, 170, left + 40, 210)), Canvas.WIDTH, Canvas.HEIGHT);

    StillLook look = gate.look(2, speck(true), 100_000);
    assertThat(look.decision()).isEqualTo(decision);
    assertThat(look.source()).isEqualTo(1);
    assertThat(look.change()).isBetween(0.02, SAFE);
  }

  @Test
  void whatNoBoxCanChangeIsDecidedAtOnce() {
    StillGate gate = new StillGate(SAFE);
    GreyPicture moved = Canvas.wall().fill(100, 100, 200, 200, 250).grey();
    gate.look(1, speck(false), 0);

    assertThat(gate.look(2, speck(false), 100_000).decision()).isEqualTo(StillDecision.REUSE);
    assertThat(gate.look(3, moved, 200_000).decision()).isEqualTo(StillDecision.INFER);
    assertThat(gate.look(4, moved, 300_000).decision()).isEqualTo(StillDecision.REUSE);
  }

  /** A detector that is not steady says something else of frames that look the same. */
  @ParameterizedTest
  @CsvSource({"0.08, 4", "0.01, 4", "0.09, 10"})
  void howManyFramesTakeWhatWasFoundInOneDependsOnHowStrictTheGateIs(double threshold, int second) {
    StillGate gate = new StillGate(threshold);
    gate.look(1, speck(false), 0);

    for (int frame = 1; frame < second; frame++) {
      assertThat(gate.look(1 + frame, speck(false), frame * 100_000L).decision())
          .isEqualTo(StillDecision.REUSE);
    }
    assertThat(gate.look(1 + second, speck(false), second * 100_000L).decision())
        .isEqualTo(StillDecision.INFER);
  }

  @Test
  void aFrameThatIsLostIsNotComparedWith() {
    StillGate gate = new StillGate(SAFE);
    gate.look(1, speck(false), 0);
    gate.lost(1);

    assertThat(gate.look(2, speck(false), 100_000).decision()).isEqualTo(StillDecision.INFER);
  }

  /** However late and in whatever order what was found becomes known. */
  @Test
  void theDecisionsAreTheSameHoweverSlowWhoeverInfersIs() {
    for (int seed = 0; seed < 20; seed++) {
      assertThat(decisions(new Random(seed))).isEqualTo(decisions(null));
    }
  }

  private static List<StillDecision> decisions(Random late) {
    StillGate gate = new StillGate(SAFE);
    List<Integer> open = new ArrayList<>();
    List<StillDecision> decisions = new ArrayList<>();
    for (int frame = 1; frame <= 60; frame++) {
      double x = 60 + 9 * Math.max(0, frame - 30);
      double leaf = 500 + 12 * Math.sin(frame * 1.7);
      GreyPicture grey =
          Canvas.wall().fill(x, 200, x + 40, 240, 230).fill(leaf, 40, leaf + 16, 52, 20).grey();
      StillLook look = gate.look(frame, grey, frame * 100_000L);
      while (look.decision() == StillDecision.AWAIT) {
        found(gate, open.remove(late.nextInt(open.size())));
        look = gate.look(frame, grey, frame * 100_000L);
      }
      decisions.add(look.decision());
      if (look.decision() == StillDecision.INFER) {
        open.add(frame);
      }
      while (!open.isEmpty() && (late == null || late.nextInt(4) == 0)) {
        found(gate, open.remove(late == null ? 0 : late.nextInt(open.size())));
      }
    }
    return decisions;
  }

  private static void found(StillGate gate, int frame) {
    int x = 60 + 9 * Math.max(0, frame - 30);
    gate.found(frame, List.of(new Box(x, 200, x + 40, 240)), Canvas.WIDTH, Canvas.HEIGHT);
  }

  @Test
  void aGateOfNoughtReusesNothingAndOneOfOneAllButASecondlyFrame() {
    Footage still = (canvas, frame) -> canvas.noise(4, frame);
    Footage busy = (canvas, frame) -> canvas.fill(0, 0, 640, 20.0 + frame % 2 * 300, 250);

    assertThat(trial(0, still).inferred()).isEqualTo(1);
    assertThat(trial(1, still).inferred()).isEqualTo(LEAST);
    assertThat(trial(0.9, busy).inferred()).isGreaterThan(LEAST);
  }
}
