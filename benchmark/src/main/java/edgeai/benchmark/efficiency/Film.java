package edgeai.benchmark.efficiency;

import edgeai.benchmark.Run;
import edgeai.benchmark.footage.MadeClips;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A video and the model that looks for objects in it.
 *
 * @param title of its rows
 * @param model an ONNX file
 * @param clip that is measured with
 * @param sampleFps frames of a second of it, 0 for all
 * @param warmUp that is done before
 * @param warmUpFps frames of a second of that
 */
record Film(String title, Path model, Path clip, double sampleFps, Path warmUp, double warmUpFps) {

  /** How many need samples. */
  static final int OF_SAMPLES = 2;

  private static final double HALF_OF_THEM = 7.5;
  private static final double SOME_FRAMES = 5;

  /** The project's clip, all frames of it, with the run's model. */
  static Film street(Run run) {
    return run.quick()
        ? new Film("street", run.model(), run.clip(), SOME_FRAMES, run.clip(), SOME_FRAMES)
        : street(run, "street", run.model());
  }

  private static Film street(Run run, String title, Path model) {
    return new Film(title, model, run.clip(), 0, run.clip(), HALF_OF_THEM);
  }

  /** Those that need samples, as far as there are any; none where a model was named. */
  static List<Film> ofSamples(Run run) throws IOException {
    List<Film> films = new ArrayList<>();
    if (run.named().contains("MODEL")) {
      return films;
    }
    if (run.hasSample("yolov8n_int8.onnx")) {
      films.add(street(run, "street, YOLOv8n", run.sample("yolov8n_int8.onnx")));
    }
    if (run.coco().isPresent() && run.hasSample("highway.mp4")) {
      MadeClips clips = new MadeClips(run);
      films.add(
          new Film(
              "1080p at 5/s, coco",
              run.coco().get(),
              clips.road(),
              SOME_FRAMES,
              clips.shortRoad(),
              SOME_FRAMES));
    }
    return films;
  }
}
