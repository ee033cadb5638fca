package edgeai.cli.dist;

/**
 * One archive that is to be made.
 *
 * @param version of the project
 */
record Distribution(String version, DistributionRole role, Platform platform) {

  /** What archive and folder are called. */
  String name() {
    return "edge-%s-%s-%s".formatted(version, role.word(), platform.word());
  }
}
