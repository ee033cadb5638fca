package edgeai.admin.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.OnBothDatabases;
import edgeai.common.fixture.Problems;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
class LogDownloadsTest {
  private static final LogQuery ALL = new LogQuery(null, null, LogQuery.EVER);

  private TestEvents events;
  private LogDownloads downloads;

  @BeforeEach
  void open(@TempDir Path folder) {
    events = new TestEvents(folder);
    downloads = new LogDownloads(events.log);
  }

  @AfterEach
  void close() {
    events.close();
  }

  private interface Download {
    void write(LogQuery query, OutputStream out) throws IOException;
  }

  private static String text(Download download) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    download.write(ALL, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void csvHasALinePerLabel() throws IOException {
    UUID id = UUID.fromString("00000000-0000-0000-0000-000000000007");
    events.take("=a", events.clock.instant(), id, "car", "-x", "car");
    events.take("b", events.clock.instant().plusSeconds(1), null);

    assertThat(text(downloads::writeCsv))
        .isEqualTo(
            "timestamp,camera_id,label,count,detected_vehicles,received_at,event_id\r\n"
                + "2026-11-22T10:15:31Z,b,,0,0,2026-11-22T10:15:30Z,\r\n"
                + "2026-11-22T10:15:30Z,'=a,car,2,3,2026-11-22T10:15:30Z,"
                + id
                + "\r\n"
                + "2026-11-22T10:15:30Z,'=a,'-x,1,3,2026-11-22T10:15:30Z,"
                + id
                + "\r\n");
  }

  @Test
  void allPagesAreWritten() throws IOException {
    for (int n = 0; n < 1_001; n++) {
      events.take("a", "l" + n);
    }

    assertThat(text(downloads::writeJsonLines).lines())
        .hasSize(1_001)
        .doesNotHaveDuplicates()
        .allMatch(line -> line.startsWith("{\"camera_id\":\"a\"") && line.endsWith("}"));
    assertThat(downloads.running()).isZero();
  }

  @Test
  void aNinthAtTheSameTimeIsRefused() throws IOException {
    events.take("a", "car");
    Nested nested = new Nested();
    downloads.writeCsv(ALL, nested);

    assertThat(nested.refused.status()).isEqualTo(503);
    assertThat(nested.most).isEqualTo(8);
    assertThat(downloads.running()).isZero();
  }

  /** Starts another download within each. */
  private final class Nested extends OutputStream {
    private Problems.Refused refused;
    private int most;

    @Override
    public void write(int b) throws IOException {
      most = Math.max(most, downloads.running());
      if (refused != null) {
        return;
      }
      if (downloads.running() == 8) {
        refused = Problems.of(() -> downloads.writeCsv(ALL, this));
      } else {
        downloads.writeCsv(ALL, this);
      }
    }
  }
}
