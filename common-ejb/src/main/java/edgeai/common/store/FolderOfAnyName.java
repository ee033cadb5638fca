package edgeai.common.store;

import java.nio.file.Path;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.h2.store.fs.disk.FilePathDisk;

/**
 * Lets H2 keep a database in any folder. In its own addresses a semicolon ends the name and a
 * backslash is taken for a slash; here both are written as in web addresses.
 */
public final class FolderOfAnyName extends FilePathWrapper {
  private static final String SCHEME = "any";

  /** As H2 makes one, too, for each file it looks at. */
  public FolderOfAnyName() {}

  /** What follows {@code jdbc:h2:} for the database of this path. */
  static String address(Path database) {
    FilePath.register(new FolderOfAnyName());
    return SCHEME + ":" + escaped(database.toAbsolutePath().toString());
  }

  private static String escaped(String path) {
    return path.replace("%", "%25").replace(";", "%3B").replace("\\", "%5C");
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  protected FilePath unwrap(String address) {
    String path = address.substring(getPrefix().length());
    return new Disk(path.replace("%5C", "\\").replace("%3B", ";").replace("%25", "%"));
  }

  @Override
  public FilePathWrapper wrap(FilePath base) {
    return base == null ? null : getPath(getPrefix() + escaped(base.toString()));
  }

  /** H2's files on disk, their names left as they are. */
  private static final class Disk extends FilePathDisk {
    private Disk(String path) {
      name = path;
    }

    @Override
    public FilePathDisk getPath(String path) {
      return new Disk(path);
    }
  }
}
