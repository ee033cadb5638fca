package edgeai.benchmark.efficiency;

import edgeai.benchmark.Benchmark;
import edgeai.benchmark.Report;
import edgeai.benchmark.Run;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Frames per second of a job, from the first byte of its upload to its end, over what the model
 * alone and a plain program do on the same cores, before and after it.
 */
public final class Efficiency implements Benchmark {

  @Override
  public String name() {
    return "efficiency";
  }

  @Override
  public String description() {
    return "frames a second of a job, beside bare session.run and a plain program";
  }

  @Override
  public void run(Run run, Report report) throws Exception {
    Map<String, FrameAccount> accounts =
        new LinkedHashMap<>(
            new Screening(this, run, report, Film.street(run)).leavingServers().measure());
    if (run.quick()) {
      report.note("--quick: not with remote workers, and every third frame of one clip only");
    } else {
      List<Film> others = Film.ofSamples(run);
      if (others.size() < Film.OF_SAMPLES) {
        report.note(
            "with the project's clip alone or some of the samples: EDGE_SAMPLES names no folder"
                + " with all of them, or MODEL is set");
      }
      for (Film film : others) {
        accounts.putAll(new Screening(this, run, report, film).measure());
      }
    }
    report.note(
        "where a frame's time went, ms"
            + table(accounts, Waterfall.STAGES, FrameAccount::waterfall));
    report.note(
        "a queue's time is waiting for a place, at most as long as 72 frames take;"
            + " stages of one frame overlap with those of others");
    report.note(
        "whose processor time a frame took, ms"
            + table(accounts, ProcessorShares.COLUMNS, FrameAccount::shares));
  }

  private static String table(
      Map<String, FrameAccount> accounts,
      List<String> columns,
      Function<FrameAccount, Map<String, Double>> part) {
    StringBuilder table = new StringBuilder("\n%-40s".formatted(""));
    columns.forEach(column -> table.append("%12s".formatted(column)));
    accounts.forEach(
        (arrangement, account) -> {
          table.append("\n%-40s".formatted(arrangement));
          columns.forEach(column -> table.append(cell(part.apply(account).get(column))));
        });
    return table.toString();
  }

  private static String cell(Double millis) {
    return millis == null ? "%12s".formatted("-") : "%12.2f".formatted(millis);
  }
}
