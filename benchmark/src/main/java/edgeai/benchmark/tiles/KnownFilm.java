package edgeai.benchmark.tiles;

import edgeai.benchmark.footage.PlainVideo;
import edgeai.common.vision.Detector;
import edgeai.common.vision.Inference;
import edgeai.settings.Tiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Something of which is known what is to be found in it.
 *
 * @param file a video, or one picture, which FFmpeg reads as a video
 */
record KnownFilm(String name, Path file, Truth truth) {

  /**
   * Has a model look at each frame of which the truth is known, at the model's own confidence: cut
   * in one way after the other, so that each meets the same load of the machine.
   */
  Map<Tiles, Outcome> shown(Detector detector, List<Tiles> ways) throws IOException {
    Map<Tiles, Outcome> outcomes = new EnumMap<>(Tiles.class);
    List<ScaledFrames> scalers = new ArrayList<>();
    try (PlainVideo video = new PlainVideo(file, 1)) {
      ways.forEach(tiles -> scalers.add(new ScaledFrames(detector.card(), tiles)));
      int number = 0;
      for (AVFrame frame = video.next(); frame != null; frame = video.next()) {
        if (truth.knows(number)) {
          for (ScaledFrames scaler : scalers) {
            Outcome outcome = outcomes.computeIfAbsent(scaler.tiles(), any -> new Outcome());
            look(detector, frame, scaler, number, outcome);
          }
        }
        number++;
      }
      return outcomes;
    } finally {
      scalers.forEach(ScaledFrames::close);
    }
  }

  private void look(
      Detector detector, AVFrame frame, ScaledFrames scaler, int number, Outcome outcome)
      throws IOException {
    long started = System.nanoTime();
    Inference seen = detector.infer(scaler.picture(frame), detector.card().confidence());
    outcome.add((System.nanoTime() - started) / 1e6, truth.score(number, seen.detections()));
  }
}
