package edgeai.benchmark.peers;

import edgeai.benchmark.Figure;
import edgeai.benchmark.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** A peer in the race, or what kept it from taking part. */
final class Entrant implements AutoCloseable {

  private final String name;
  private final List<Double> millis = new ArrayList<>();
  private final List<List<String>> found = new ArrayList<>();
  private Peer peer;
  private String obstacle = "";
  private String reason = "";

  /** Loads a peer and lets it find the objects of every picture once. */
  Entrant(String name, Callable<? extends Peer> loader, int pictures) {
    this.name = name;
    try {
      peer = loader.call();
      obstacle = "cannot run";
      for (int picture = 0; picture < pictures; picture++) {
        found.add(peer.detect(picture).stream().sorted().toList());
      }
    } catch (Exception | LinkageError e) {
      obstacle = peer == null ? "cannot load" : obstacle;
      reason = Report.sentence(root(e));
      close();
    }
  }

  /** Detects and takes the time, if it can. */
  void race(int picture) throws Exception {
    if (takesPart()) {
      long started = System.nanoTime();
      peer.detect(picture);
      millis.add((System.nanoTime() - started) / 1e6);
    }
  }

  String name() {
    return name;
  }

  boolean takesPart() {
    return peer != null;
  }

  /** Why it does not take part. */
  String reason() {
    return obstacle + ": " + reason;
  }

  /** Median of all pictures and rounds. */
  Figure millis() {
    return takesPart() ? Figure.median(millis) : Figure.missing(obstacle);
  }

  /** Mean number of objects in a picture. */
  Figure objects() {
    return takesPart()
        ? Figure.of(found.stream().mapToInt(List::size).average().orElse(0))
        : Figure.missing(obstacle);
  }

  /** In how many pictures both find the same number of objects of every label. */
  long agreement(Entrant other) {
    long same = 0;
    for (int picture = 0; picture < found.size(); picture++) {
      same += found.get(picture).equals(other.found.get(picture)) ? 1 : 0;
    }
    return same;
  }

  /** Objects in each picture, in their order. */
  String counts() {
    return String.join(" ", found.stream().map(List::size).map(String::valueOf).toList());
  }

  @Override
  public void close() {
    if (peer != null) {
      peer.close();
      peer = null;
    }
  }

  private static Throwable root(Throwable thrown) {
    return thrown.getCause() == null ? thrown : root(thrown.getCause());
  }
}
