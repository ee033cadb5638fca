package edgeai.common.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String SPAN = "00f067aa0ba902b7";

  @Test
  void aHeaderIsReadAsItIsWritten() {
    String header = "00-%s-%s-01".formatted(TRACE, SPAN);
    assertThat(TraceParent.parse(header))
        .contains(new TraceParent(TRACE, SPAN, true))
        .map(TraceParent::written)
        .contains(header);
    assertThat(TraceParent.parse("00-%s-%s-02".formatted(TRACE, SPAN)))
        .contains(new TraceParent(TRACE, SPAN, false));
  }

  @Test
  void ofALaterVersionWhatIsKnownIsRead() {
    assertThat(TraceParent.parse("01-%s-%s-01-more".formatted(TRACE, SPAN)))
        .contains(new TraceParent(TRACE, SPAN, true));
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "nonsense",
        "ff-" + TRACE + "-" + SPAN + "-01",
        "00-" + TRACE + "-" + SPAN + "-01-more",
        "00-" + TRACE + "-" + SPAN,
        "00-00000000000000000000000000000000-" + SPAN + "-01",
        "00-" + TRACE + "-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + SPAN + "-01",
        "00-" + TRACE + "0-" + SPAN + "-01",
        " 00-" + TRACE + "-" + SPAN + "-01"
      })
  void whatIsNotAsTheStandardHasItIsNone(String header) {
    assertThat(TraceParent.parse(header)).isEmpty();
  }

  @Test
  void whatBeginsHereIsValidAndNotRecorded() {
    TraceParent begun = TraceParent.fresh();
    assertThat(TraceParent.parse(begun.written())).contains(begun);
    assertThat(begun.sampled()).isFalse();
    assertThat(TraceParent.fresh().traceId()).isNotEqualTo(begun.traceId());
  }
}
