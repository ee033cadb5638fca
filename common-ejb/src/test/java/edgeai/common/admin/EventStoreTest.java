package edgeai.common.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventStoreTest {
  private static final String PATH = "/camera-detection";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void choosePlace() {
    file = folder.resolve("deeper").resolve("events");
  }

  private EventStore open() throws IOException {
    return EventStore.open(file, 100, 1 << 20);
  }

  private static void add(EventStore store, String... events) throws IOException {
    for (String event : events) {
      store.add(PATH, event);
    }
  }

  private static List<String> drain(EventStore store) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>();
    for (Optional<OwedEvent> e = store.oldest(0); e.isPresent(); e = store.oldest(0)) {
      all.add(e.get().json());
      store.settle(e.get());
    }
    return all;
  }

  @Test
  void keepsTheOrder() throws IOException, InterruptedException {
    try (EventStore store = open()) {
      add(store, "one", "two", "three");

      assertThat(store.size()).isEqualTo(3);
      assertThat(drain(store)).containsExactly("one", "two", "three");
      assertThat(store.size()).isZero();
    }
  }

  /** The file is never closed: as after {@code kill -9}. */
  @Test
  void whatWasAddedOutlivesTheProcess() throws IOException, InterruptedException {
    EventStore killed = open();
    add(killed, "one", "zwei-ö", "three");
    killed.settle(killed.oldest(0).orElseThrow());

    try (EventStore next = open()) {
      assertThat(next.oldest(0)).contains(new OwedEvent(2, PATH, "zwei-ö"));
      assertThat(drain(next)).containsExactly("zwei-ö", "three");
    }
    try (EventStore last = open()) {
      assertThat(last.size()).isZero();
    }
  }

  @Test
  void numbersAreNeverUsedAgain() throws IOException, InterruptedException {
    try (EventStore store = open()) {
      add(store, "one", "two");
      drain(store);
    }
    try (EventStore store = open()) {
      add(store, "three");
      assertThat(store.oldest(0).orElseThrow().number()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 20, 30})
  void aLineThatACrashCutIsPassedOver(int cut) throws IOException, InterruptedException {
    try (EventStore store = open()) {
      add(store, "one", "two");
    }
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - cut));

    try (EventStore store = open()) {
      add(store, "three");
    }
    try (EventStore store = open()) {
      List<String> all = drain(store);
      assertThat(all).startsWith("one").endsWith("three");
      assertThat(all).hasSize(cut == 1 ? 3 : 2);
    }
  }

  @Test
  void rubbishInTheFileCostsOnlyItself() throws IOException, InterruptedException {
    try (EventStore store = open()) {
      add(store, "one");
    }
    Files.writeString(file, "rubbish\nab\tcd\n\n", StandardOpenOption.APPEND);

    try (EventStore store = open()) {
      assertThat(drain(store)).containsExactly("one");
    }
  }

  @Test
  void atTheBoundTheOldestGoAndAreCounted() throws IOException, InterruptedException {
    try (EventStore store = EventStore.open(file, 3, 1 << 20)) {
      add(store, "1", "2", "3", "4", "5");
      assertThat(store.dropped()).isEqualTo(2);
    }
    try (EventStore store = EventStore.open(file, 3, 1 << 20)) {
      assertThat(drain(store)).containsExactly("3", "4", "5");
    }
  }

  @Test
  void bytesAreBoundedTooInMemoryAndOnDisk() throws IOException {
    String large = "x".repeat(1_000);
    try (EventStore store = EventStore.open(file, 1_000_000, 10_000)) {
      for (int i = 0; i < 500; i++) {
        add(store, large);
      }
      assertThat(store.size()).isBetween(5, 10);
      assertThat(store.dropped()).isEqualTo(500 - store.size());
      assertThat(Files.size(file)).isLessThan(40_000);
    }
  }

  @Test
  void whatWasDroppedWhileItWasDeliveredIsNotSettledTwice()
      throws IOException, InterruptedException {
    try (EventStore store = EventStore.open(file, 2, 1 << 20)) {
      add(store, "1", "2");
      OwedEvent beingSent = store.oldest(0).orElseThrow();
      add(store, "3");
      store.settle(beingSent);

      assertThat(drain(store)).containsExactly("2", "3");
    }
  }

  @Test
  void aFileOfSettledEventsStaysSmall() throws IOException, InterruptedException {
    try (EventStore store = EventStore.open(file, 10, 10_000)) {
      for (int i = 0; i < 2_000; i++) {
        add(store, "event " + i);
        drain(store);
      }
    }
    assertThat(Files.size(file)).isLessThan(10_000);
  }

  /** As on a full disk, where there is no room for a second file. */
  @Test
  void aFileThatCannotBeWrittenAnewIsWrittenOn() throws IOException, InterruptedException {
    try (EventStore store = EventStore.open(file, 10, 10_000)) {
      Path inTheWay = Files.createDirectories(file.resolveSibling("events.next"));
      int refused = 0;
      for (int i = 0; i < 200; i++) {
        add(store, "event " + i);
        try {
          drain(store);
        } catch (IOException e) {
          refused++;
        }
      }
      assertThat(refused).isPositive();
      add(store, "still taken");
      assertThat(store.oldest(0)).map(OwedEvent::json).contains("still taken");
      Files.delete(inTheWay);
      drain(store);
    }
    try (EventStore store = open()) {
      assertThat(drain(store)).isEmpty();
    }
    assertThat(Files.size(file)).isLessThan(10_000);
  }

  @Test
  void aClosedStoreTakesNothing() throws IOException {
    EventStore store = open();
    store.close();

    assertThatThrownBy(() -> store.add(PATH, "late")).isInstanceOf(IOException.class);
  }
}
