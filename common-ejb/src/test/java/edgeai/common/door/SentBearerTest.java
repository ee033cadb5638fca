package edgeai.common.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import edgeai.access.AccessException;
import edgeai.access.Secret;
import edgeai.access.SentToken;
import edgeai.common.fixture.QuietLog;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(QuietLog.class)
class SentBearerTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("node-token");
  }

  private static List<String> sentBy(SentBearer bearer) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1/"));
    return bearer.signed(request).build().headers().allValues("Authorization");
  }

  private Secret written() {
    Secret token = Secret.fresh();
    SentToken.write(file, token);
    return token;
  }

  @Test
  void anotherTokenInTheFileIsSentWithoutARestart() throws IOException {
    Secret first = written();
    SentBearer bearer = SentBearer.of(Optional.of(file));
    assertThat(sentBy(bearer)).containsExactly("Bearer " + first.text());

    Secret second = written();
    await().atMost(SOON).until(() -> sentBy(bearer).equals(List.of("Bearer " + second.text())));

    Files.writeString(file, "half a tok");
    Files.delete(file);
    await().during(Duration.ofMillis(1_200)).until(() -> sentBy(bearer).size() == 1);
    assertThat(sentBy(bearer)).containsExactly("Bearer " + second.text());

    Secret third = written();
    await().atMost(SOON).until(() -> sentBy(bearer).equals(List.of("Bearer " + third.text())));
  }

  @Test
  void whoHasNoTokenSendsNone() {
    assertThat(sentBy(SentBearer.NONE)).isEmpty();
  }

  @Test
  void aFileWithoutATokenIsRefusedAtTheStart() {
    assertThatExceptionOfType(AccessException.class)
        .isThrownBy(() -> SentBearer.of(Optional.of(file)));
  }

  @Test
  void itIsNotWrittenIntoLogs() {
    written();

    assertThat(SentBearer.of(Optional.of(file))).hasToString("a token");
  }
}
