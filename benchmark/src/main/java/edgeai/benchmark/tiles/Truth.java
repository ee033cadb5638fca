package edgeai.benchmark.tiles;

import edgeai.common.fixture.GroundTruth;
import edgeai.common.fixture.GroundTruth.Score;
import edgeai.common.fixture.SampleExpectations;
import edgeai.common.wire.Detection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is to be found in the frames of a film, by its number. */
interface Truth {

  /** Where boxes overlap by so much they are of one object. */
  double SAME = 0.5;

  /** Whether anything is known of a frame. */
  boolean knows(int frame);

  /** Whether there is nothing else to be found. */
  boolean isAll();

  /** How well that was found. */
  Score score(int frame, List<Detection> found);

  /**
   * Of a drawn film.
   *
   * @param apart each so many frames are looked at
   */
  static Truth drawn(Path json, int apart) throws IOException {
    GroundTruth truth = GroundTruth.read(json);
    return new Truth() {
      @Override
      public boolean knows(int frame) {
        return frame % apart == 0 && frame < truth.frames();
      }

      @Override
      public boolean isAll() {
        return true;
      }

      @Override
      public Score score(int frame, List<Detection> found) {
        return truth.score(frame, found);
      }
    };
  }

  /** What another model found in a sample. */
  static Truth ofAnother(Path json) throws IOException {
    SampleExpectations expected = SampleExpectations.read(json);
    return new Truth() {
      @Override
      public boolean knows(int frame) {
        return expected.frames().contains(frame);
      }

      @Override
      public boolean isAll() {
        return false;
      }

      @Override
      public Score score(int frame, List<Detection> found) {
        return compare(expected.detections(frame), found);
      }
    };
  }

  private static Score compare(List<Detection> expected, List<Detection> found) {
    List<Detection> open = new ArrayList<>(expected);
    int right = 0;
    for (Detection one : found) {
      Optional<Detection> match =
          open.stream()
              .filter(other -> other.label().equals(one.label()))
              .filter(other -> SampleExpectations.overlap(other.box(), one.box()) >= SAME)
              .max(
                  Comparator.comparingDouble(
                      other -> SampleExpectations.overlap(other.box(), one.box())));
      if (match.isPresent()) {
        open.remove(match.get());
        right++;
      }
    }
    return new Score(right, found.size() - right, open.size());
  }
}
