package edgeai.common.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupChangesTest {
  private final List<String> written = new ArrayList<>();
  private final GroupChanges<String, Long> changes =
      new GroupChanges<>(Long::sum, (connection, key, change) -> written.add(key + "=" + change));

  @Test
  void changesOfOneRowAreWrittenOnce() throws SQLException {
    changes.begin();
    changes.add("car", 2L);
    changes.add("bus", 1L);
    changes.add("car", 3L);
    changes.write(null);
    assertThat(written).containsExactly("car=5", "bus=1");
  }

  @Test
  void whatATryBeforeLeftIsVoid() throws SQLException {
    changes.begin();
    changes.add("car", 2L);
    changes.begin();
    changes.add("car", 1L);
    changes.write(null);
    assertThat(written).containsExactly("car=1");
  }
}
