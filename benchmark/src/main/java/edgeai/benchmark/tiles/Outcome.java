package edgeai.benchmark.tiles;

import edgeai.benchmark.Figure;
import edgeai.common.fixture.GroundTruth.Score;
import java.util.ArrayList;
import java.util.List;

/** What came of looking at frames: how well they were understood, and how long each took. */
final class Outcome {
  private final List<Double> millis = new ArrayList<>();
  private Score score = new Score(0, 0, 0);

  void add(double ms, Score ofFrame) {
    millis.add(ms);
    score = score.and(ofFrame);
  }

  Figure millis() {
    return Figure.median(millis);
  }

  /** Of what is there, how much was found. */
  Figure recall() {
    return share(score.right(), score.missed());
  }

  /** Of what was found, how much is there. */
  Figure precision() {
    return share(score.right(), score.wrong());
  }

  private static Figure share(int part, int rest) {
    return part + rest == 0 ? Figure.missing("nothing") : Figure.of((double) part / (part + rest));
  }

  /** In numbers of objects. */
  String text() {
    return "%d right, %d missed, %d besides"
        .formatted(score.right(), score.missed(), score.wrong());
  }
}
