package edgeai.common.log;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.access.JoinCode;
import edgeai.access.Secret;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WithheldTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Authorization: Bearer s3cr3t-and-more|Authorization:...",
        "{authorization=[Basic czNjcjN0], host=x|{authorization=...",
        "Set-Cookie: edge_8000=s3cr3t; Path=/|Set-Cookie:...",
        "sent Bearer s3cr3t-and-more on|sent Bearer ... on",
        "rtsp://anna:s3cr3t@10.0.0.7/1 is away|rtsp://...@10.0.0.7/1 is away",
        "jdbc:postgresql://h/db?user=a&password=s3cr3t&x=1|jdbc:postgresql://h/db?user=a&password=...&x=1",
        "javax.net.ssl.keyStorePassword=s3cr3t|javax.net.ssl.keyStorePassword=...",
        "{\"user\":\"a\",\"password\":\"s3cr3t\"}|{\"user\":\"a\",\"password\":\"...\"}",
        "client_secret=s3cr3t&grant_type=x|client_secret=...&grant_type=x",
        "GET /login/oidc/callback?code=s3cr3t&state=s3cr3t HTTP/1.1|GET /login/oidc/callback?code=...&state=... HTTP/1.1",
        "   query=code=s3cr3t&state=s3cr3t|   query=code=...&state=...",
        "GET /share/42.17.YWJj.YQ.s3cr3t/image|GET /share/.../image"
      })
  void whatProvesWhoOneIsStaysOut(String line, String left) {
    assertThat(Withheld.from(line)).isEqualTo(left).doesNotContain("s3cr3t");
  }

  @Test
  void ourOwnSecretsStayOutWhereverTheyStand() {
    String token = Secret.fresh().text();
    String code = JoinCode.fresh();
    assertThat(Withheld.from("x" + token + " and " + code + ".")).isEqualTo("xedge_... and ....");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "job 1f0c44a8b2d7 completed: 30 of 30 frames, 214 detections",
        "the command ended with code: 78",
        "http://127.0.0.1:8000/dashboard/ is open; mail to a@example.org",
        "settings of /data/edge.properties: TOKEN_FILE is not there",
        "4bf92f35-77b3-4da6-a3ce-929d0e0e4736"
      })
  void allElseStays(String line) {
    assertThat(Withheld.from(line)).isEqualTo(line);
  }

  /** Text of a client's, which a pattern that tries everything would be busy with for minutes. */
  @Test
  @Timeout(30)
  void aLongLineTakesNoTime() {
    for (String part : new String[] {"a-", "token", "://", "bearer ", "?code", "\"", "edge_"}) {
      String line = part.repeat(200_000);
      assertThat(Withheld.from(line)).isNotEmpty();
    }
  }

  @Test
  void soItIsInEachForm() {
    LogRecord event = new LogRecord(Level.INFO, "to {0}");
    event.setParameters(new Object[] {"http://a:s3cr3t@h/"});
    event.setThrown(new IllegalStateException("from http://a:s3cr3t@h/"));
    assertThat(new PlainLines(new SimpleFormatter()).format(event))
        .contains("to http://...@h/", "from http://...@h/")
        .doesNotContain("s3cr3t");
    assertThat(new JsonLines().format(event))
        .contains("to http://...@h/", "from http://...@h/")
        .doesNotContain("s3cr3t");
  }
}
