package edgeai.common.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConventionalNameTest {
  @ParameterizedTest
  @CsvSource({
    "memory_usedHeap_bytes, true, memory_used_heap_bytes",
    "memory_committedNonHeap_bytes, true, memory_committed_non_heap_bytes",
    "thread_daemon_count, true, thread_daemon_current",
    "classloader_loadedClasses_count, true, classloader_loaded_classes_current",
    "classloader_loadedClasses_total, false, classloader_loaded_classes_total",
    "some_summary_count, false, some_summary_count",
    "gc_time_seconds_total, false, gc_time_seconds_total",
    "heap2Size, true, heap2_size"
  })
  void wordsAreApartAndCountIsNoGauge(String name, boolean gauge, String conventional) {
    assertThat(ConventionalName.of(name, gauge)).isEqualTo(conventional);
  }
}
