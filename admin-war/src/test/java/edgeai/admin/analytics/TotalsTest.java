package edgeai.admin.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.OnBothDatabases;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
class TotalsTest {
  @TempDir private Path folder;

  @Test
  void strangersBeyondTheBoundCountAsOtherAlsoAfterARestart() {
    try (TestEvents events = new TestEvents(folder, "MAX_CAMERAS", "2")) {
      for (String camera : new String[] {"a", "b", "c", "a", "d"}) {
        events.take(camera, "car");
      }
      assertThat(events.totals.snapshot().perCamera())
          .isEqualTo(Map.of("a", 2L, "b", 1L, "other", 2L));
      assertThat(events.totals.asOther()).isEqualTo(2);
    }
    try (TestEvents events = new TestEvents(folder, "MAX_CAMERAS", "2")) {
      events.take("c", "car");
      events.take("b", "car");
      assertThat(events.totals.snapshot().perCamera())
          .isEqualTo(Map.of("a", 2L, "b", 2L, "other", 3L));
    }
  }

  @Test
  void namesOfTheKnownFindRoomWhereStrangersDoNot() {
    Names names = new Names(2, 4);

    assertThat(names.admit("a", false)).isEqualTo("a");
    assertThat(names.admit("b", false)).isEqualTo("b");
    assertThat(names.admit("c", false)).isEqualTo("other");
    assertThat(names.admit("k", true)).isEqualTo("k");
    assertThat(names.admit("l", true)).isEqualTo("l");
    assertThat(names.admit("m", true)).isEqualTo("other");
    assertThat(names.admit("k", false)).isEqualTo("k");
  }

  @Test
  void labelsBeyondAThousandCountAsOther() {
    try (TestEvents events = new TestEvents(folder)) {
      String[] labels = new String[1_010];
      for (int n = 0; n < labels.length; n++) {
        labels[n] = "l" + n;
      }
      events.take("a", labels);
      Totals.Snapshot totals = events.totals.snapshot();

      assertThat(totals.perLabel()).hasSize(1_001).containsEntry("other", 10L);
      assertThat(totals.vehicles()).isEqualTo(1_010);
    }
  }
}
