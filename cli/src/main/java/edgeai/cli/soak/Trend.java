package edgeai.cli.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** How a quantity went over time; readings that are missing count for nothing. */
record Trend(List<Point> points) {
  private static final int FEWEST = 3;

  record Point(double hours, double value) {}

  static Trend of(List<Point> points) {
    return new Trend(points.stream().filter(point -> !Double.isNaN(point.value())).toList());
  }

  /**
   * Each reading replaced by the lowest of the last {@code window}: the heap after a collection.
   */
  Trend lows(int window) {
    List<Point> lows = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      double low =
          points.subList(Math.max(0, i - window + 1), i + 1).stream()
              .mapToDouble(Point::value)
              .min()
              .orElse(Double.NaN);
      lows.add(new Point(points.get(i).hours(), low));
    }
    return new Trend(lows);
  }

  double firstQuarter() {
    return mean(point -> point.hours() <= at(0.25));
  }

  double lastQuarter() {
    return mean(point -> point.hours() >= at(0.75));
  }

  /**
   * The least squares slope, per hour, of what comes after the first quarter: until then a server
   * warms up. NaN where that is too little.
   */
  double perHour() {
    List<Point> warm = points.stream().filter(point -> point.hours() > at(0.25)).toList();
    double hours = warm.stream().mapToDouble(Point::hours).average().orElse(0);
    double value = warm.stream().mapToDouble(Point::value).average().orElse(0);
    double covariance = 0;
    double variance = 0;
    for (Point point : warm) {
      covariance += (point.hours() - hours) * (point.value() - value);
      variance += (point.hours() - hours) * (point.hours() - hours);
    }
    return warm.size() < FEWEST ? Double.NaN : covariance / variance;
  }

  double highest() {
    return points.stream().mapToDouble(Point::value).max().orElse(0);
  }

  private double mean(Predicate<Point> which) {
    return points.stream().filter(which).mapToDouble(Point::value).average().orElse(Double.NaN);
  }

  /** The time of a share of the way from the first reading to the last. */
  private double at(double share) {
    double first = points.isEmpty() ? 0 : points.getFirst().hours();
    double last = points.isEmpty() ? 0 : points.getLast().hours();
    return first + share * (last - first);
  }
}
