package edgeai.settings;

import java.nio.file.Path;

/**
 * The files by which the command and a server speak of backups, in the server's folder, which is
 * its owner's alone.
 *
 * @param folder {@code DATA_DIR}
 * @param server {@code coordinator} or {@code admin}
 */
public record BackupFiles(Path folder, String server) {
  /** Why there is none of a database that no server has used yet. */
  public static final String NOTHING = "there is nothing in it";

  /** Asks a server that runs for a backup. */
  public Path wanted() {
    return file("backup-wanted");
  }

  /** One that is being written. */
  public Path unfinished() {
    return file("backup-unfinished");
  }

  /** One that is whole. */
  public Path made() {
    return file("backup");
  }

  /** Why there is none. */
  public Path failed() {
    return file("backup-failed");
  }

  /** What the next start fills its database with. */
  public Path restore(boolean replaces) {
    return file(replaces ? "restore-replace" : "restore");
  }

  private Path file(String what) {
    return folder.resolve(server + "." + what);
  }
}
