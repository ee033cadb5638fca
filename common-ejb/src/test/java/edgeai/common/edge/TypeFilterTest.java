package edgeai.common.edge;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.Asked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeFilterTest {
  private static Asked asked(String type) {
    return Asked.by("GET", "/alerts").with("Content-Type", type).through(new TypeFilter());
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*;q=2", "a/b; Q = x", "application/json;charset=utf-8;qs=7"})
  void aTypeHasNoWeight(String type) {
    Asked asked = asked(type);
    assertThat(asked.passed()).isFalse();
    assertThat(asked.status()).isEqualTo(400);
    assertThat(asked.body()).contains("Content-Type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "multipart/form-data; boundary=q=2", "x", ""})
  void everyOtherPasses(String type) {
    assertThat(asked(type).passed()).isTrue();
  }

  @Test
  void whatHasNonePasses() {
    assertThat(Asked.by("GET", "/alerts").through(new TypeFilter()).passed()).isTrue();
  }
}
