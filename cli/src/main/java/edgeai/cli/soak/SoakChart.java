package edgeai.cli.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;

/** Draws a soak as SVG: a small panel per quantity, in it a line per server over the minutes. */
final class SoakChart {
  private static final int WIDTH = 460;
  private static final int HEIGHT = 190;
  private static final int GAP = 34;
  private static final int LEFT = 64;
  private static final int TOP = 76;
  private static final int MOST_TICKS = 6;
  private static final String FROZEN = "#e9edf2";
  private static final String UNBALANCED = "#f7c6c0";

  /** Told apart by those who see colours otherwise. */
  private static final List<String> COLOURS =
      List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#111827");

  private final SoakRecord samples;
  private final List<String> servers;
  private final double minutes;
  private final StringBuilder svg = new StringBuilder();

  SoakChart(SoakRecord samples, List<String> servers) {
    this.samples = samples;
    this.servers = servers;
    this.minutes = Math.max(1, samples.length().toSeconds() / 60.0);
  }

  String svg() {
    int panels = Quantity.values().length + 1;
    int width = LEFT + 2 * WIDTH + LEFT + GAP;
    int height = TOP + (panels + 1) / 2 * (HEIGHT + 2 * GAP) - GAP / 2;
    add(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' width='%d' height='%d'"
            + " font-family='sans-serif' font-size='12' fill='#2f3d4f'>\n",
        width, height, width, height);
    add("<title>%s</title>\n<rect width='100%%' height='100%%' fill='#ffffff'/>\n", title());
    text(LEFT, 26, "start", "font-size='16' font-weight='600'", title());
    legend();
    int at = 0;
    for (Quantity quantity : Quantity.values()) {
      List<Trend> trends = servers.stream().map(server -> samples.trend(server, quantity)).toList();
      panel(at++, quantity.words(), trends, quantity::scaled);
    }
    panel(at, "frames a second, all together", List.of(samples.throughput()), value -> value);
    return svg.append("</svg>\n").toString();
  }

  private String title() {
    return "Soak of %.0f minutes, %.0f frames".formatted(minutes, samples.frames());
  }

  private void legend() {
    int x = LEFT;
    for (int i = 0; i < servers.size(); i++) {
      x = entry(x, 4, colour(i), servers.get(i));
    }
    x = entry(x, 12, FROZEN, "a worker is frozen");
    if (samples.unbalanced() > 0) {
      entry(x, 12, UNBALANCED, "the ledger is not balanced");
    }
  }

  /** Gives where the next entry begins. */
  private int entry(int x, int height, String colour, String words) {
    add(
        "<rect x='%d' y='%d' width='16' height='%d' fill='%s'/>\n",
        x, 42 - height / 2, height, colour);
    text(x + 22, 46, "start", "", words);
    return x + 46 + 7 * words.length();
  }

  private void panel(int at, String heading, List<Trend> trends, DoubleUnaryOperator scaled) {
    int x = LEFT + at % 2 * (WIDTH + LEFT + GAP / 2);
    int y = TOP + at / 2 * (HEIGHT + 2 * GAP);
    double highest = trends.stream().mapToDouble(Trend::highest).max().orElse(0);
    double step = step(Math.max(scaled.applyAsDouble(highest), 1e-3) * 1.05, 4);
    double top = step * Math.ceil(Math.max(scaled.applyAsDouble(highest), 1e-3) * 1.05 / step);
    boolean isEmpty = trends.stream().allMatch(trend -> trend.points().isEmpty());
    text(x, y + 10, "start", "font-weight='600'", heading + (isEmpty ? ": no reading" : ""));
    add("<g transform='translate(%d %d)'>\n", x, y + 20);
    shade(sample -> !sample.frozen().isEmpty(), FROZEN);
    shade(sample -> !sample.balanced().orElse(true), UNBALANCED);
    for (double tick = 0; tick <= top + step / 2; tick += step) {
      double height = HEIGHT * (1 - tick / top);
      add("<path d='M0 %.1fH%d' stroke='#c9d2de'/>\n", height, WIDTH);
      text(-8, height + 4, "end", "", number(tick, step));
    }
    minutes();
    for (int i = 0; i < trends.size(); i++) {
      line(trends.get(i), trends.size() == 1 ? "#111827" : colour(i), scaled, top);
    }
    add("</g>\n");
  }

  private void minutes() {
    double step = step(minutes, MOST_TICKS);
    for (double tick = 0; tick <= minutes; tick += step) {
      String words = number(tick, step) + (tick == 0 ? " min" : "");
      text(tick / minutes * WIDTH, HEIGHT + 16, "middle", "", words);
    }
  }

  /** Marks the samples of which something was so, each as wide as it is apart from the next. */
  private void shade(Predicate<SoakSample> which, String colour) {
    List<SoakSample> all = samples.samples();
    double apart = (double) WIDTH / Math.max(1, all.size());
    for (SoakSample sample : all) {
      if (which.test(sample)) {
        double left = Math.max(0, across(samples.hours(sample)) - apart / 2);
        add(
            "<rect x='%.1f' y='0' width='%.1f' height='%d' fill='%s'/>\n",
            left, Math.min(apart, WIDTH - left), HEIGHT, colour);
      }
    }
  }

  private void line(Trend trend, String colour, DoubleUnaryOperator scaled, double top) {
    List<String> points = new ArrayList<>();
    for (Trend.Point point : trend.points()) {
      double share = scaled.applyAsDouble(point.value()) / top;
      points.add(format("%.1f,%.1f", across(point.hours()), HEIGHT * (1 - share)));
    }
    add(
        "<polyline points='%s' fill='none' stroke='%s' stroke-width='1.6'/>\n",
        String.join(" ", points), colour);
  }

  private double across(double hours) {
    return Math.min(1, hours * 60 / minutes) * WIDTH;
  }

  /** The smallest of 1, 2, 5, 10, 20, ... that parts a range into no more than so many. */
  private static double step(double range, int most) {
    double least = range / most;
    double ten = Math.pow(10, Math.floor(Math.log10(least)));
    double rest = least / ten;
    return ten * (rest <= 1 ? 1 : rest <= 2 ? 2 : rest <= 5 ? 5 : 10);
  }

  private static String number(double value, double step) {
    return format(step < 1 ? "%.1f" : "%.0f", value);
  }

  private static String colour(int at) {
    return COLOURS.get(at % COLOURS.size());
  }

  private void text(double x, double y, String anchor, String style, String words) {
    String safe = words.replace("&", "&amp;").replace("<", "&lt;");
    add("<text x='%.1f' y='%.1f' text-anchor='%s' %s>%s</text>\n", x, y, anchor, style, safe);
  }

  private void add(String form, Object... values) {
    svg.append(format(form, values));
  }

  private static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
