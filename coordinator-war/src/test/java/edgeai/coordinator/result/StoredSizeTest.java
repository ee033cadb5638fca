package edgeai.coordinator.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StoredSizeTest {
  private static List<StoredSize> rows(int count, long characters) {
    return LongStream.range(0, count).mapToObj(id -> new StoredSize(id, characters)).toList();
  }

  @Test
  void aPartHasAsManyAsFitAndOneAtLeast() {
    assertThat(StoredSize.firstOf(rows(1_000, 10))).hasSize(250);
    assertThat(StoredSize.firstOf(rows(1_000, StoredSize.MOST_CHARACTERS / 4))).hasSize(4);
    assertThat(StoredSize.firstOf(rows(3, StoredSize.MOST_CHARACTERS * 2))).hasSize(1);
    assertThat(StoredSize.firstOf(List.of())).isEmpty();
  }

  @Test
  void partsHaveAllOfThemInOrder() {
    List<StoredSize> rows = rows(1_003, StoredSize.MOST_CHARACTERS / 3);

    assertThat(StoredSize.parts(rows).stream().flatMap(List::stream).toList()).isEqualTo(rows);
    assertThat(StoredSize.parts(List.of())).isEmpty();
  }
}
