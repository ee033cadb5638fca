package edgeai.cli.dist;

import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * A folder in which an archive is put together. Its files get the time that they will have when
 * they are unpacked, before anything is made of them that depends on it.
 */
record Stage(Path folder) {
  private static final CopyOption[] AS_IT_IS = {
    StandardCopyOption.REPLACE_EXISTING,
    StandardCopyOption.COPY_ATTRIBUTES,
    LinkOption.NOFOLLOW_LINKS
  };

  /** Puts a file, or a folder with all that is in it, to a place of this one. */
  void put(Path source, String place) throws IOException {
    Path target = folder.resolve(place);
    Files.createDirectories(target.getParent());
    Files.walkFileTree(
        source,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(in(path));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(path, in(path), AS_IT_IS);
            return FileVisitResult.CONTINUE;
          }

          private Path in(Path path) {
            return path.equals(source) ? target : target.resolve(source.relativize(path));
          }
        });
  }

  /** Gives all files one time. */
  void settle(FileTime time) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile()) {
              Files.setLastModifiedTime(path, time);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
