package edgeai.cli.dist;

import java.util.List;
import java.util.Locale;

/** What an archive is for. */
enum DistributionRole {
  /** A machine that coordinates, and the demo: every server and the clip. */
  SERVER(List.of("coordinator-war", "worker-war", "admin-war"), true),

  /** A machine that infers, or has a camera. */
  WORKER(List.of("worker-war"), false);

  private final List<String> wars;
  private final boolean hasClip;

  DistributionRole(List<String> wars, boolean hasClip) {
    this.wars = wars;
    this.hasClip = hasClip;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  List<String> wars() {
    return wars;
  }

  boolean hasClip() {
    return hasClip;
  }
}
