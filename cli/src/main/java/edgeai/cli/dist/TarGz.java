package edgeai.cli.dist;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/**
 * Writes a folder into an archive that depends on its files alone: sorted, of no user, at one time.
 */
final class TarGz {
  private static final int EXECUTABLE = 0_755;
  private static final int READABLE = 0_644;

  private final FileTime time;

  TarGz(FileTime time) {
    this.time = time;
  }

  /** All that is in a folder, below a folder of the same name. */
  void write(Path folder, Path archive) throws IOException {
    GzipParameters gzip = new GzipParameters();
    gzip.setCompressionLevel(Deflater.DEFAULT_COMPRESSION);
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(archive), 1 << 20);
        TarArchiveOutputStream tar =
            new TarArchiveOutputStream(new GzipCompressorOutputStream(file, gzip), "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
      tar.setAddPaxHeadersForNonAsciiNames(true);
      for (Path path : sorted(folder)) {
        String name = folder.getParent().relativize(path).toString();
        put(tar, path, name);
      }
    }
  }

  private static List<Path> sorted(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted().toList();
    }
  }

  private void put(TarArchiveOutputStream tar, Path path, String name) throws IOException {
    TarArchiveEntry entry;
    if (Files.isSymbolicLink(path)) {
      entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
      entry.setLinkName(Files.readSymbolicLink(path).toString());
    } else if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      entry = new TarArchiveEntry(name + "/");
      entry.setMode(EXECUTABLE);
    } else {
      entry = new TarArchiveEntry(name);
      entry.setSize(Files.size(path));
      entry.setMode(Files.isExecutable(path) ? EXECUTABLE : READABLE);
    }
    entry.setLastModifiedTime(time);
    entry.setIds(0, 0);
    entry.setNames("root", "root");
    tar.putArchiveEntry(entry);
    if (entry.isFile() && !entry.isSymbolicLink()) {
      Files.copy(path, tar);
    }
    tar.closeArchiveEntry();
  }
}
