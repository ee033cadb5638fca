package edgeai.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether there is room, and whether it may be written and loaded from, where servers keep what
 * they have.
 *
 * @param folders by what is kept there; those that are not there yet will be made
 * @param room tells the room at an existing folder in bytes
 * @param mounts where the kernel lists what is mounted, {@code /proc/mounts}
 */
public record DiskExamination(Map<String, Path> folders, Room room, Path mounts)
    implements Examination {
  /** Less, and the first upload or the class archive fails. */
  private static final long LEAST = 500_000_000;

  /** Less, and it will not last. */
  private static final long GOOD = 5_000_000_000L;

  /** Tells how much there is. */
  @FunctionalInterface
  public interface Room {
    long at(Path folder) throws IOException;
  }

  public DiskExamination(Map<String, Path> folders) {
    this(
        folders,
        folder -> Files.getFileStore(folder).getUsableSpace(),
        Path.of("/proc/self/mounts"));
  }

  @Override
  public String subject() {
    return "disk";
  }

  @Override
  public List<Diagnosis> look() throws IOException {
    List<Diagnosis> all = new ArrayList<>();
    for (Map.Entry<String, Path> kept : folders.entrySet()) {
      all.add(look("%s in %s".formatted(kept.getKey(), kept.getValue()), kept.getValue()));
    }
    return all;
  }

  private Diagnosis look(String what, Path wished) throws IOException {
    Path there = existing(wished);
    if (!Files.isDirectory(there)) {
      return Diagnosis.trouble(
          subject(), "%s: %s is a file: choose another folder with --data".formatted(what, there));
    }
    if (!Files.isWritable(there)) {
      return Diagnosis.trouble(
          subject(),
          "%s: this user may not write %s: chown it, or choose another folder with --data"
              .formatted(what, there));
    }
    if (isWithoutPrograms(there)) {
      return Diagnosis.trouble(
          subject(),
          "%s: no library can be loaded from there, which is mounted noexec: choose another folder with --data"
              .formatted(what));
    }
    return room(what, room.at(there));
  }

  private Diagnosis room(String what, long bytes) {
    String words = "%.1f GB free for %s".formatted(bytes / 1e9, what);
    if (bytes < LEAST) {
      return Diagnosis.trouble(
          subject(), words + ": make room, or choose another folder with --data");
    }
    return bytes < GOOD
        ? Diagnosis.warning(subject(), words + ": a few videos fill it; make room")
        : Diagnosis.ok(subject(), words);
  }

  /** The folder itself, or the one in which it will be made. */
  private static Path existing(Path folder) {
    Path there = folder.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there;
  }

  private boolean isWithoutPrograms(Path folder) throws IOException {
    if (!Files.isReadable(mounts)) {
      return false;
    }
    String options = "";
    int longest = -1;
    Path real = folder.toRealPath();
    for (String line : Files.readAllLines(mounts)) {
      // device, folder with a blank as \040, kind, options
      String[] words = line.split(" ");
      Path mounted = Path.of(words[1].replace("\\040", " "));
      if (real.startsWith(mounted) && mounted.getNameCount() >= longest) {
        longest = mounted.getNameCount();
        options = words[3];
      }
    }
    return List.of(options.split(",")).contains("noexec");
  }
}
