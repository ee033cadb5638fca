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
  void oneLengthPasses() {
    LengthFilter filter = new LengthFilter();
    assertThat(asked().through(filter).passed()).isTrue();
    assertThat(asked().with("Content-Length", "5").through(filter).passed()).isTrue();
    assertThat(asked().with("Transfer-Encoding", "Chunked").through(filter).passed()).isTrue();
  }

  @Test
  void twoDoNot() {
    Asked both = asked().with("Content-Length", "5").with("Transfer-Encoding", "chunked");
    assertThat(both.through(new LengthFilter()).status()).isEqualTo(400);
    assertThat(both.answered("Connection")).isEqualTo("close");
    assertThat(both.body()).contains("one length");
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "chunked, identity", "gzip, chunked", "xchunked", ""})
  void norDoesOneThatIsNotKnown(String coding) {
    Asked asked = asked().with("Transfer-Encoding", coding).through(new LengthFilter());
    assertThat(asked.passed()).isFalse();
    assertThat(asked.status()).isEqualTo(400);
  }
}
