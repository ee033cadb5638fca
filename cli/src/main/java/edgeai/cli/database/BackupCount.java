package edgeai.cli.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * What is in a backup.
 *
 * @param tables some of which may be empty
 * @param rows of all of them
 */
record BackupCount(int tables, long rows) {
  static BackupCount of(Path backup) throws IOException {
    int tables = 0;
    long rows = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(backup)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("[")) {
          rows++;
        } else if (line.startsWith("{\"table\":")) {
          tables++;
        }
      }
    }
    return new BackupCount(tables, rows);
  }
}
