package edgeai.benchmark.tiles;

import edgeai.benchmark.Benchmark;
import edgeai.benchmark.Figure;
import edgeai.benchmark.Report;
import edgeai.benchmark.Row;
import edgeai.benchmark.Run;
import edgeai.common.vision.BundledModel;
import edgeai.common.vision.Detector;
import edgeai.common.vision.DetectorOptions;
import edgeai.settings.Tiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.global.avutil;

/** What frames that are cut into tiles show and cost, beside whole ones. */
public final class SmallObjects implements Benchmark {
  private static final List<Tiles> WAYS = List.of(Tiles.WHOLE, Tiles.TWO, Tiles.SIX);
  private static final int APART_QUICKLY = 25;
  private static final int APART = 5;

  @Override
  public String name() {
    return "tiles";
  }

  @Override
  public String description() {
    return "what frames that are cut into tiles show and cost, beside whole ones";
  }

  @Override
  public void run(Run run, Report report) throws Exception {
    avutil.av_log_set_level(avutil.AV_LOG_ERROR);
    KnownFilm street = street(run);
    List<KnownFilm> films = new ArrayList<>(List.of(street));
    films.addAll(samples(run));
    if (films.size() == 1) {
      report.note("with the project's clip alone: EDGE_SAMPLES names no folder with samples");
    }
    if (BundledModel.COCO.isThere()) {
      compare(run, BundledModel.COCO, films, report);
    } else {
      report.note("without the model coco, which this build does not have");
    }
    compare(run, BundledModel.STREET, List.of(street), report);
  }

  private static KnownFilm street(Run run) throws IOException {
    Path truth = run.root().resolve("model/demo/street.json");
    return new KnownFilm(
        "street.mp4", run.clip(), Truth.drawn(truth, run.choose(APART_QUICKLY, APART)));
  }

  private static List<KnownFilm> samples(Run run) throws IOException {
    List<KnownFilm> films = new ArrayList<>();
    for (String sample : List.of("highway.mp4", "car-detection.mp4", "bus.jpg")) {
      String found = "expected/" + sample.replaceAll("\\..*", "") + ".json";
      if (run.hasSample(sample) && run.hasSample(found)) {
        films.add(new KnownFilm(sample, run.sample(sample), Truth.ofAnother(run.sample(found))));
      }
    }
    return films;
  }

  private void compare(Run run, BundledModel model, List<KnownFilm> films, Report report)
      throws Exception {
    DetectorOptions options = new DetectorOptions(run.provider(), 1, 1);
    try (Detector detector = Detector.openWarm(model.in(run.scratch()), options)) {
      for (KnownFilm film : films) {
        String name = "%s, %s".formatted(model.word(), film.name());
        run.progress(this, name);
        compare(name, film, film.shown(detector, WAYS), report);
      }
    }
  }

  private static void compare(
      String name, KnownFilm film, Map<Tiles, Outcome> outcomes, Report report) {
    Outcome whole = outcomes.get(Tiles.WHOLE);
    outcomes.forEach(
        (tiles, outcome) -> {
          String way = "%s, %s".formatted(name, tiles.written());
          report.add(row(way + ": recall", outcome.recall(), "", whole.recall()));
          if (film.truth().isAll()) {
            report.add(row(way + ": precision", outcome.precision(), "", whole.precision()));
          }
          report.add(row(way + ": a frame", outcome.millis(), "ms", whole.millis()));
          report.note(way + ": " + outcome.text());
        });
  }

  private static Row row(String name, Figure value, String unit, Figure whole) {
    return new Row(name, value, unit, Tiles.WHOLE.written(), whole);
  }
}
