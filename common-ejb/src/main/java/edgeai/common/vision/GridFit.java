package edgeai.common.vision;

/**
 * How the first two numbers of rows go with the cells that these are about: by 1 where they are
 * centres in pixels of the input, by next to nothing where they are offsets within a cell.
 */
final class GridFit {

  private final Axis across = new Axis();
  private final Axis down = new Axis();

  void add(CellGrid.Cell cell, float x, float y) {
    if (Float.isFinite(x) && Float.isFinite(y)) {
      across.add(cell.centreX(), x);
      down.add(cell.centreY(), y);
    }
  }

  /** The slope of the line that fits best, both axes together; 0 where there is nothing to fit. */
  double slope() {
    double spread = across.spread() + down.spread();
    return spread > 0 ? (across.together() + down.together()) / spread : 0;
  }

  /** Sums of what was added. */
  private static final class Axis {
    private long count;
    private double places;
    private double values;
    private double squares;
    private double products;

    void add(double place, double value) {
      count++;
      places += place;
      values += value;
      squares += place * place;
      products += place * value;
    }

    double spread() {
      return count == 0 ? 0 : squares - places * places / count;
    }

    double together() {
      return count == 0 ? 0 : products - places * values / count;
    }
  }
}
