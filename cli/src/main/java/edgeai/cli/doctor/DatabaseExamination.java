package edgeai.cli.doctor;

import edgeai.cli.run.RunFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether the files of databases can be read and written, and whether another process has one open.
 *
 * @param folders in which servers keep what they have
 * @param running servers of this checkout, which have theirs open
 */
public record DatabaseExamination(List<Path> folders, List<RunFile> running)
    implements Examination {
  private static final String ENDING = ".mv.db";

  /** As H2 begins each of its files. */
  private static final String BEGINNING = "H:2,";

  @Override
  public String subject() {
    return "database";
  }

  @Override
  public List<Diagnosis> look() throws IOException {
    List<Diagnosis> all = new ArrayList<>();
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          for (Path file : files.filter(path -> path.toString().endsWith(ENDING)).toList()) {
            all.add(look(file));
          }
        }
      }
    }
    return all.isEmpty()
        ? List.of(Diagnosis.ok(subject(), "none yet: the first start makes it"))
        : all;
  }

  private Diagnosis look(Path file) throws IOException {
    if (!Files.isReadable(file) || !Files.isWritable(file)) {
      return Diagnosis.trouble(
          subject(), "this user may not read and write %s: chown it".formatted(file));
    }
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock == null) {
        return opened(file);
      }
      ByteBuffer beginning = ByteBuffer.allocate(BEGINNING.length());
      channel.read(beginning);
      return StandardCharsets.US_ASCII.decode(beginning.flip()).toString().equals(BEGINNING)
          ? Diagnosis.ok(
              subject(), "%s, %.1f MB, can be opened".formatted(file, channel.size() / 1e6))
          : Diagnosis.trouble(
              subject(),
              "%s is damaged, or no database: put a copy of it back that is whole".formatted(file));
    }
  }

  private Diagnosis opened(Path file) {
    String server = file.getFileName().toString().replace(ENDING, "");
    return running.stream()
        .filter(run -> run.name().equals(server))
        .findFirst()
        .map(
            run ->
                Diagnosis.ok(
                    subject(), "%s is our %s's (pid %d)".formatted(file, server, run.pid())))
        .orElseGet(
            () ->
                Diagnosis.trouble(
                    subject(),
                    "%s is open in another process: end that server, or choose another folder with --data"
                        .formatted(file)));
  }
}
