package edgeai.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FoldersTest {
  private static final int FOLDERS = 200;

  @TempDir private Path root;

  @Test
  void whatALinkLeadsToStays() throws IOException {
    Path elsewhere = Files.createFile(root.resolve("elsewhere"));
    Path folder = Files.createDirectories(root.resolve("folder/within"));
    Files.createSymbolicLink(folder.resolve("link"), elsewhere);
    Folders.delete(root.resolve("folder"));
    assertThat(root.resolve("folder")).doesNotExist();
    assertThat(elsewhere).exists();
    Folders.delete(root.resolve("never there"));
  }

  /** A command that ends and one that is told to end its servers. */
  @RepeatedTest(5)
  void twoMayDeleteTheSameFolder() throws Exception {
    Path folder = filled();
    CyclicBarrier begin = new CyclicBarrier(2);
    Callable<Boolean> deletion =
        () -> {
          begin.await();
          Folders.delete(folder);
          return Files.notExists(folder);
        };
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      Future<Boolean> one = both.submit(deletion);
      Future<Boolean> other = both.submit(deletion);
      assertThat(one.get()).isTrue();
      assertThat(other.get()).isTrue();
    }
  }

  /** As a server's child process does that has not ended yet. */
  @Test
  void whatComesInMeanwhileIsDeletedToo()
      throws IOException, InterruptedException, ExecutionException {
    Path folder = filled();
    try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
      Future<?> writing =
          writer.submit(
              () -> {
                for (int i = 0; i < FOLDERS; i++) {
                  write(folder.resolve(String.valueOf(i)).resolve("late"));
                }
              });
      Folders.delete(folder);
      assertThat(folder).doesNotExist();
      writing.get();
    }
  }

  private static void write(Path late) {
    try {
      Files.createFile(late);
    } catch (IOException e) {
      // its folder is gone already
    }
  }

  private Path filled() throws IOException {
    Path folder = root.resolve("folder");
    for (int i = 0; i < FOLDERS; i++) {
      Path within = Files.createDirectories(folder.resolve(String.valueOf(i)));
      Files.createFile(within.resolve("a"));
      Files.createFile(within.resolve("b"));
    }
    return folder;
  }
}
