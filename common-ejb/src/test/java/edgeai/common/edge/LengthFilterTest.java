package edgeai.common.edge;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.Asked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LengthFilterTest {
  private static Asked asked() {
    return Asked.by("POST", "/results");
  }

  @Test
  void aLengthThatIsKnownPasses() {
    LengthFilter filter = new LengthFilter();
    assertThat(asked().through(filter).passed()).isTrue();
    assertThat(asked().with("Content-Length", "5").through(filter).passed()).isTrue();
    assertThat(asked().with("Transfer-Encoding", "Chunked").through(filter).passed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "chunked, identity", "gzip, chunked", "xchunked", ""})
  void oneThatIsNotKnownDoesNot(String coding) {
    Asked asked = asked().with("Transfer-Encoding", coding).through(new LengthFilter());
    assertThat(asked.passed()).isFalse();
    assertThat(asked.status()).isEqualTo(400);
    assertThat(asked.answered("Connection")).isEqualTo("close");
    assertThat(asked.body()).contains("chunked");
  }
}
