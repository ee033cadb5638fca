package edgeai.common.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.common.door.SentBearer;
import edgeai.common.fixture.AnsweringServer;
import edgeai.common.fixture.QuietLog;
import edgeai.common.network.AnswerTooLargeException;
import edgeai.common.network.ConfiguredCalls;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(QuietLog.class)
class AdminClientTest {
  private final AdminClient client =
      new AdminClient(SentBearer.NONE, new ConfiguredCalls(List.of()));

  @BeforeEach
  void open() {
    client.open();
  }

  @Test
  void whatIsPostedArrivesAsItIs() throws IOException, InterruptedException {
    try (var admin = new AnsweringServer(AnsweringServer.of(201, "{\"status\":\"ok\"}"))) {
      assertThat(client.post(admin.address(), "/camera-alerts", "{\"a\":\"ö\"}"))
          .isEqualTo(CallOutcome.TAKEN);
      assertThat(admin.requests()).containsExactly("POST /camera-alerts {\"a\":\"ö\"}");
    }
  }

  @ParameterizedTest
  @CsvSource({"404, UNKNOWN", "422, REFUSED"})
  void whatWillNeverBeTakenIsNoFailure(int status, CallOutcome meaning)
      throws IOException, InterruptedException {
    try (var admin = new AnsweringServer(AnsweringServer.of(status, ""))) {
      assertThat(client.post(admin.address(), "/a", "{}")).isEqualTo(meaning);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 503})
  void aServerThatIsNotItselfIsAFailureAndNotFollowed(int status) {
    try (var elsewhere = new AnsweringServer(AnsweringServer.of(200, ""));
        var admin =
            new AnsweringServer(
                exchange -> {
                  exchange.getResponseHeaders().add("Location", elsewhere.address() + "/b");
                  exchange.sendResponseHeaders(status, -1);
                })) {
      assertThatThrownBy(() -> client.post(admin.address(), "/a", "{}"))
          .isInstanceOf(IOException.class)
          .hasMessage("/a answered %d".formatted(status));
      assertThat(elsewhere.requests()).isEmpty();
    }
  }

  @Test
  void anAnswerWithoutEndIsGivenUp() {
    try (var admin = new AnsweringServer(AnsweringServer.endless())) {
      assertThatThrownBy(() -> client.get(admin.address(), "/analytics"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("it answered more than 4194304 bytes")
          .matches(e -> AnswerTooLargeException.isWhy((IOException) e));
      assertThatThrownBy(() -> client.post(admin.address(), "/a", "{}"))
          .hasMessageContaining("it answered more than 1048576 bytes");
    }
  }

  @Test
  void aServerThatIsAwayIsAnIOException() {
    assertThatThrownBy(() -> client.post(URI.create("http://127.0.0.1:1"), "/a", "{}"))
        .isInstanceOf(IOException.class);
  }
}
