package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DecodingTimesTest {
  private static DecodingTimes fed(long... times) {
    DecodingTimes all = new DecodingTimes();
    LongStream.of(times).forEach(all::fed);
    return all;
  }

  @Test
  void frameAfterFrameGetsTheTimeOfPacketAfterPacket() {
    DecodingTimes times = fed(0, 2, 4, 7);
    assertThat(LongStream.of(0, 2, 3, 1).map(packet -> times.shown((int) packet, 2)))
        .containsExactly(0L, 2L, 4L, 7L);
  }

  @Test
  void aPacketWithoutAFrameGivesUpItsTime() {
    DecodingTimes times = fed(0, 2, 4, 6, 8);
    assertThat(times.shown(0, 1)).isZero();
    assertThat(times.shown(2, 1)).isEqualTo(2); // that of packet 1, which may still come
    assertThat(times.shown(4, 1)).isEqualTo(6); // packets 1 and 2 would have come
    assertThat(fed(0, 2, 4).shown(2, 0)).isEqualTo(4);
  }

  @Test
  void framesThatNobodyFedHaveNoTime() {
    assertThat(fed().shown(-1, 2)).isNegative();
  }

  @Test
  void timesWithoutAPacketAreCounted() {
    assertThat(fed(0, 1, 2).unused()).isZero();
    assertThat(fed(0, 2, 4, 6).unused()).isEqualTo(3);
    assertThat(fed(Long.MIN_VALUE).unused()).isZero();
  }
}
