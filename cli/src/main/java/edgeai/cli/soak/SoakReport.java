package edgeai.cli.soak;

import edgeai.cli.console.Table;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes down the samples of a soak as they come, and at its end a table and a chart of them. */
final class SoakReport {
  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private static final Duration TELLING = Duration.ofMinutes(30);

  private final Path csv;
  private final Path svg;
  private final SoakRecord samples;
  private final List<String> servers;
  private final Writer rows;

  SoakReport(Path folder, SoakRecord samples, List<String> servers, Clock clock)
      throws IOException {
    String name = LocalDateTime.now(clock).format(NAME);
    Files.createDirectories(folder);
    this.csv = folder.resolve(name + ".csv");
    this.svg = folder.resolve(name + ".svg");
    this.samples = samples;
    this.servers = servers;
    this.rows = Files.newBufferedWriter(csv);
    rows.write("time,server," + columns() + ",frames,balanced,frozen\n");
  }

  /** What has come so far is in the file also where the soak is killed. */
  void write(SoakSample sample) throws IOException {
    for (String server : servers) {
      String values =
          Arrays.stream(Quantity.values())
              .map(quantity -> whole(sample.value(server, quantity)))
              .collect(Collectors.joining(","));
      rows.write(
          "%s,%s,%s,%s,%s,%s\n"
              .formatted(
                  sample.at(),
                  server,
                  values,
                  whole(sample.frames()),
                  sample.balanced().map(String::valueOf).orElse(""),
                  sample.frozen()));
    }
    rows.flush();
  }

  List<String> finish() throws IOException {
    rows.close();
    Files.writeString(svg, new SoakChart(samples, servers).svg());
    List<String> lines = new ArrayList<>(table().lines());
    lines.add("");
    if (samples.length().compareTo(TELLING) < 0) {
      lines.add("Servers warm up for a while: a soak of less than half an hour tells no slope.");
    }
    lines.add(frames());
    lines.add(ledger());
    lines.add("Samples: " + csv);
    lines.add("Chart:   " + svg);
    return lines;
  }

  private Table table() {
    Table table = new Table(true, "server", "first quarter", "last quarter", "per hour");
    for (String server : servers) {
      for (Quantity quantity : Quantity.values()) {
        Trend trend = samples.trend(server, quantity);
        if (!trend.points().isEmpty()) {
          table.row(
              server + " " + quantity.words(),
              quantity.text(trend.firstQuarter()),
              quantity.text(trend.lastQuarter()),
              quantity.change(trend.perHour()));
        }
      }
    }
    return table;
  }

  private String frames() {
    Trend throughput = samples.throughput();
    return throughput.points().isEmpty()
        ? "It ended before a second sample."
        : "%.0f frames, %.1f a second in the first quarter and %.1f in the last"
            .formatted(samples.frames(), throughput.firstQuarter(), throughput.lastQuarter());
  }

  private String ledger() {
    if (samples.answers() == 0) {
      return "THE LEDGER GAVE NO ANSWER: .edge/log/coordinator.log may say why.";
    }
    return samples.unbalanced() == 0
        ? "The ledger was balanced in all %d samples.".formatted(samples.answers())
        : "THE LEDGER WAS NOT BALANCED in %d of %d samples: GET /ledger names the jobs."
            .formatted(samples.unbalanced(), samples.answers());
  }

  private static String columns() {
    return Arrays.stream(Quantity.values()).map(Quantity::column).collect(Collectors.joining(","));
  }

  private static String whole(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.0f", value);
  }
}
