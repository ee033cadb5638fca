package edgeai.benchmark.events;

import edgeai.systemtests.fixture.Build;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Databases for servers, each with so many rows; they go when this is closed. */
final class Databases implements AutoCloseable {
  private final Map<Subject, Map<Long, Path>> folders = new EnumMap<>(Subject.class);

  private Databases(List<Subject> subjects, List<Long> sizes) {
    for (Subject subject : subjects) {
      Map<Long, Path> ofSubject = new LinkedHashMap<>();
      for (long rows : sizes) {
        ofSubject.put(rows, Build.emptyFolder("bench-%s-%d".formatted(subject.title(), rows)));
      }
      folders.put(subject, ofSubject);
    }
  }

  /**
   * Makes one of each size for each server, those of different servers at the same time: a database
   * is filled on one thread.
   *
   * @param progress is told of each that was made
   */
  static Databases make(List<Subject> subjects, List<Long> sizes, Consumer<String> progress)
      throws Exception {
    Databases databases = new Databases(subjects, sizes);
    ExecutorService makers = Executors.newFixedThreadPool(subjects.size());
    try {
      List<Callable<Void>> tasks =
          subjects.stream().map(subject -> databases.filling(subject, progress)).toList();
      for (Future<Void> task : makers.invokeAll(tasks)) {
        task.get();
      }
      return databases;
    } catch (Exception | Error e) {
      databases.close();
      throw e;
    } finally {
      makers.shutdownNow();
    }
  }

  private Callable<Void> filling(Subject subject, Consumer<String> progress) {
    return () -> {
      for (var database : folders.get(subject).entrySet()) {
        long began = System.nanoTime();
        subject.fill(database.getValue(), database.getKey());
        progress.accept(
            "%s: %s made in %.1f s"
                .formatted(
                    subject.title(),
                    Growth.words(database.getKey()),
                    (System.nanoTime() - began) / 1e9));
      }
      return null;
    };
  }

  /** The {@code DATA_DIR} with so many rows. */
  Path folder(Subject subject, long rows) {
    return folders.get(subject).get(rows);
  }

  @Override
  public void close() {
    folders.values().forEach(ofSubject -> ofSubject.values().forEach(Build::delete));
  }
}
