package edgeai.common.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.common.error.TooSlow;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PacedInputTest {
  private long now;

  /** Gives so many bytes with each read, after so long. */
  private ServletInputStream client(int bytes, Duration pause) {
    return new ServletInputStream() {
      @Override
      public int read() {
        now += pause.toNanos();
        return 1;
      }

      @Override
      public int read(byte[] to, int offset, int length) {
        now += pause.toNanos();
        return Math.min(bytes, length);
      }

      @Override
      public boolean isFinished() {
        return false;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException();
      }
    };
  }

  private PacedInput paced(int bytes, Duration pause) {
    return new PacedInput(client(bytes, pause), -1, () -> now);
  }

  private static void read(PacedInput in, int times) throws IOException {
    byte[] to = new byte[8192];
    for (int i = 0; i < times; i++) {
      in.read(to, 0, to.length);
    }
  }

  @Test
  void dripsEndInARefusal() throws IOException {
    PacedInput drips = paced(1, Duration.ofSeconds(1));
    read(drips, 19);
    assertThatThrownBy(() -> read(drips, 1)).isInstanceOf(TooSlow.class);
  }

  @Test
  void aSlowLineIsWaitedFor() throws IOException {
    read(paced(1_100, Duration.ofSeconds(1)), 2_000);
    assertThat(now).isGreaterThan(Duration.ofMinutes(30).toNanos());
  }

  @Test
  void aServerThatStoodStillBlamesNobody() throws IOException {
    PacedInput in = paced(8_192, Duration.ofMinutes(2));
    read(in, 2);
    assertThat(now).isEqualTo(Duration.ofMinutes(4).toNanos());
  }

  @Test
  void nothingBehindTheBodyIsRead() throws IOException {
    PacedInput in = new PacedInput(client(100, Duration.ZERO), 150, () -> now);
    byte[] to = new byte[8192];
    assertThat(in.read(to, 0, 100)).isEqualTo(100);
    assertThat(in.isFinished()).isFalse();
    assertThat(in.read()).isEqualTo(1);
    read(in, 1);
    assertThat(in.isFinished()).isTrue();
    assertThat(in.read()).isEqualTo(-1);
    assertThat(in.read(to, 0, 10)).isEqualTo(-1);
  }
}
