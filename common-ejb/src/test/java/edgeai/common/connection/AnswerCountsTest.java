package edgeai.common.connection;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.Scraped;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswerCountsTest {
  private final AnswerCounts answers = new AnswerCounts();

  @BeforeEach
  void register() {
    answers.register();
  }

  @AfterEach
  void forget() {
    Scraped.forget();
  }

  @Test
  void answersCountByMethodAndHundreds() {
    answers.count("GET", 200);
    answers.count("GET", 206);
    answers.count("GET", 503);

    assertThat(Scraped.samples())
        .containsExactly(
            "edge_http_answers_total{method=\"GET\",status=\"1xx\"} 0.0",
            "edge_http_answers_total{method=\"GET\",status=\"2xx\"} 2.0",
            "edge_http_answers_total{method=\"GET\",status=\"3xx\"} 0.0",
            "edge_http_answers_total{method=\"GET\",status=\"4xx\"} 0.0",
            "edge_http_answers_total{method=\"GET\",status=\"5xx\"} 1.0");
  }

  @Test
  void methodsThatSomebodyInventsAreOne() {
    for (int i = 0; i < 1_000; i++) {
      answers.count("M" + i, 405);
    }
    answers.count(null, 400);

    assertThat(Scraped.samples())
        .hasSize(5)
        .contains("edge_http_answers_total{method=\"other\",status=\"4xx\"} 1001.0");
  }
}
