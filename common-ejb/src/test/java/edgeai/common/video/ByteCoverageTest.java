package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ByteCoverageTest {
  private static final long SIZE = 1_000_000;

  private static ByteCoverage read(long until, long hole, long holeEnd) {
    ByteCoverage coverage = new ByteCoverage(SIZE);
    for (long at = 5000; at + 1000 <= until; at += 1100) {
      if (at < hole || at >= holeEnd) {
        coverage.packet(at, 1000, at / 1e5);
      }
    }
    return coverage;
  }

  @Test
  void aWholeFileHasNoGaps() {
    ByteCoverage coverage = read(SIZE - 8000, 0, 0);
    assertThat(coverage.gaps()).isZero();
    assertThat(coverage.tailLost(10)).isFalse();
  }

  @Test
  void aHoleIsCounted() {
    assertThat(read(SIZE, 300_000, 400_000).gaps()).isEqualTo(1);
    assertThat(read(SIZE, 300_000, 305_000).gaps()).isZero();
  }

  @Test
  void anIndexBehindTheLastPacketIsNoLoss() {
    assertThat(read(900_000, 0, 0).tailLost(9)).isFalse();
  }

  @Test
  void packetsThatEndLongBeforeTheFileDoesAreALoss() {
    assertThat(read(900_000, 0, 0).tailLost(10)).isTrue();
    assertThat(read(600_000, 0, 0).tailLost(0)).isTrue();
  }

  @Test
  void unknownOrBackwardPlacesDoNotCount() {
    ByteCoverage coverage = new ByteCoverage(SIZE);
    coverage.packet(-1, 10, Double.NaN);
    coverage.packet(900_000, 100_000, 1);
    coverage.packet(5000, 1000, 2);
    assertThat(coverage.gaps()).isZero();
    assertThat(coverage.tailLost(2)).isFalse();
  }
}
