package edgeai.benchmark.peers;

import static org.bytedeco.opencv.global.opencv_core.CV_VERSION_MAJOR;
import static org.bytedeco.opencv.global.opencv_core.CV_VERSION_MINOR;
import static org.bytedeco.opencv.global.opencv_core.CV_VERSION_REVISION;

import ai.djl.engine.Engine;
import edgeai.benchmark.Benchmark;
import edgeai.benchmark.Clip;
import edgeai.benchmark.Report;
import edgeai.benchmark.Row;
import edgeai.benchmark.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** Milliseconds a frame from pixels to boxes, ours and theirs in turn. */
public final class Peers implements Benchmark {

  private static final int ROUNDS = 2;

  @Override
  public String name() {
    return "peers";
  }

  @Override
  public String description() {
    return "the same model and frames in DJL and in OpenCV, one thread each";
  }

  @Override
  public void run(Run run, Report report) throws Exception {
    run.progress(this, "decoding frames of the clip");
    List<byte[]> frames = Clip.frames(run, run.choose(5, 12));
    DjlPeer.startEngine();
    String djlName = "DJL " + Engine.getDjlVersion();
    String openCvName =
        "OpenCV DNN %d.%d.%d".formatted(CV_VERSION_MAJOR, CV_VERSION_MINOR, CV_VERSION_REVISION);
    for (Path model : run.models()) {
      race(run, model, frames, djlName, openCvName, report);
    }
  }

  private void race(
      Run run, Path file, List<byte[]> frames, String djlName, String openCvName, Report report)
      throws Exception {
    OurPeer ours = new OurPeer(file, frames);
    PeerModel model = PeerModel.of(file, ours.card());
    try (Entrant us = enter(run, "ours", () -> ours, frames);
        Entrant djl = enter(run, djlName, () -> new DjlPeer(model, frames), frames);
        Entrant openCv = enter(run, openCvName, () -> new OpenCvPeer(model, frames), frames)) {
      race(run, List.of(us, djl, openCv), frames.size());
      String name = ours.card().name();
      report.note(
          "%s on %d frames of 1280x720, from decoded pixels to boxes; one thread each: intra-op 1 for ours and DJL, setNumThreads(1) for OpenCV"
              .formatted(model.name(), frames.size()));
      report.note("%s, objects frame by frame: ours %s".formatted(name, us.counts()));
      compare(name, us, djl, frames.size(), report);
      compare(name, us, openCv, frames.size(), report);
    }
  }

  private Entrant enter(Run run, String name, Callable<Peer> loader, List<byte[]> frames) {
    run.progress(this, "loading " + name);
    return new Entrant(name, loader, frames.size());
  }

  private void race(Run run, List<Entrant> entrants, int pictures) throws Exception {
    for (int round = 1; round <= ROUNDS; round++) {
      run.progress(this, "round %d of %d".formatted(round, ROUNDS));
      for (int picture = 0; picture < pictures; picture++) {
        for (Entrant entrant : entrants) {
          entrant.race(picture);
        }
      }
    }
  }

  private static void compare(String model, Entrant us, Entrant peer, int pictures, Report report) {
    report.add(new Row(model + ", a frame", us.millis(), "ms", peer.name(), peer.millis()));
    report.add(
        new Row(model + ", objects in a frame", us.objects(), "", peer.name(), peer.objects()));
    report.note(
        peer.takesPart()
            ? "%s, objects frame by frame: %s %s; the same of every label as ours in %d of %d"
                .formatted(model, peer.name(), peer.counts(), peer.agreement(us), pictures)
            : "%s: %s %s".formatted(model, peer.name(), peer.reason()));
  }
}
