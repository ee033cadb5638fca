package edgeai.common.metrics;

import java.io.File;
import java.nio.file.Path;

/** How full the disk is on which a server keeps its data, for Prometheus. */
public final class DiskFigures {
  private DiskFigures() {}

  /**
   * Shows it from now on; 0 where the folder is not there, which is as bad as a full disk.
   *
   * @param data {@code DATA_DIR}
   */
  public static void register(Path data) {
    File folder = data.toFile();
    Figures.gauge(
        "edge_disk_free_bytes",
        "What the disk of DATA_DIR has left for this server.",
        folder::getUsableSpace);
    Figures.gauge(
        "edge_disk_size_bytes", "What the disk of DATA_DIR holds in all.", folder::getTotalSpace);
  }
}
