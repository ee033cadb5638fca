package edgeai.common.problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainProblemTest {
  @ParameterizedTest
  @ValueSource(ints = {400, 405, 408, 413, 414, 417, 431, 500, 501, 505})
  void isAWholeAnswerOfHttp(int status) {
    String answer = new String(PlainProblem.of(status).toBytes(), UTF_8);
    String[] parts = answer.split("\r\n\r\n", 2);
    assertThat(parts[0])
        .startsWith("HTTP/1.1 %d %s\r\n".formatted(status, Problem.titleOf(status)))
        .contains(
            "\r\nDate: ",
            "\r\nX-Content-Type-Options: nosniff",
            "\r\nContent-Type: application/problem+json",
            "\r\nConnection: close",
            "\r\nContent-Length: " + parts[1].getBytes(UTF_8).length);
    assertThat(parts[1]).contains("\"status\":" + status, "\"detail\":\"");
    assertThat(Problem.titleOf(status)).isNotEqualTo("Error");
  }
}
