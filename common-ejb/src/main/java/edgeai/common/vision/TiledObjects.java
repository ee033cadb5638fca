package edgeai.common.vision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the tiles of one picture show, put together class by class. Two tiles see one object where
 * their boxes overlap; whoever sees only a part of it, up to the edge of a tile, gives way to who
 * sees the whole: that part lies in the whole, however small it is (intersection over the smaller
 * area, as SAHI's {@code GREEDYNMM} matches by {@code IOS}). Of what no tile sees whole, the parts
 * are joined that agree where their tiles overlap.
 */
final class TiledObjects {

  /** Boxes of different tiles that overlap by more are one object: they never agree quite. */
  private static final double SAME = 0.5;

  /** A part of which more lies in a whole is of that. */
  private static final double PART = 0.5;

  /** Ties go by class and place, never by the order of tiles. */
  private static final Comparator<Seen> BEST_FIRST =
      Comparator.comparingDouble(Seen::score)
          .reversed()
          .thenComparingInt(Seen::classIndex)
          .thenComparingDouble(seen -> seen.area().left())
          .thenComparingDouble(seen -> seen.area().top())
          .thenComparingDouble(seen -> seen.area().right())
          .thenComparingDouble(seen -> seen.area().bottom());

  private static final Comparator<Seen> WHOLE_FIRST =
      Comparator.comparing(Seen::cut).thenComparing(BEST_FIRST);

  private final List<Seen> all = new ArrayList<>();
  private int looks;

  /**
   * An object, or a part of one.
   *
   * @param area in the picture's pixels
   * @param tile that shows it
   * @param look at that tile, counted; two may be at the same pixels where a picture has but a few
   * @param cut whether it is only a part of what is there
   */
  record Seen(int classIndex, float score, Area area, Tile tile, int look, boolean cut) {}

  /**
   * What a tile shows.
   *
   * @param found in the tile's input
   * @param geometry how the tile lies in the input
   */
  void add(Tile tile, List<Candidate> found, LetterboxGeometry geometry) {
    looks++;
    for (Candidate candidate : found) {
      Area area = geometry.area(candidate, tile.x(), tile.y());
      all.add(
          new Seen(candidate.classIndex(), candidate.score(), area, tile, looks, tile.cuts(area)));
    }
  }

  /** The objects, surest first, in the picture's pixels. */
  List<Seen> merged() {
    List<Seen> kept = new ArrayList<>();
    for (Seen seen : all.stream().sorted(WHOLE_FIRST).toList()) {
      add(kept, seen);
    }
    return kept.stream().sorted(BEST_FIRST).limit(NonMaxSuppression.MOST_KEPT).toList();
  }

  private void add(List<Seen> kept, Seen seen) {
    if (kept.stream().anyMatch(better -> tells(better, seen))) {
      return;
    }
    for (int i = 0; i < kept.size(); i++) {
      if (goesOn(kept.get(i), seen)) {
        Seen joined = joined(kept.remove(i), seen);
        kept.removeIf(part -> tells(joined, part));
        add(kept, joined);
        return;
      }
    }
    kept.add(seen);
  }

  /** Whether the one that is kept tells of the other one, too: two parts are joined instead. */
  private static boolean tells(Seen better, Seen seen) {
    return isElsewhere(better, seen)
        && !better.cut()
        && (better.area().overlap(seen.area()) > SAME
            || seen.cut() && seen.area().shareIn(better.area()) > PART);
  }

  /** Whether both are parts of one object: the same is to be seen of it where both tiles look. */
  private static boolean goesOn(Seen one, Seen other) {
    if (!one.cut() || !other.cut() || !isElsewhere(one, other)) {
      return false;
    }
    Area both = one.tile().area().shared(other.tile().area());
    return one.area().shared(both).overlap(other.area().shared(both)) > SAME;
  }

  /** Within one tile what overlaps has been suppressed. */
  private static boolean isElsewhere(Seen one, Seen other) {
    return one.classIndex() == other.classIndex() && one.look() != other.look();
  }

  /** One object, seen by what both tiles are together. */
  private Seen joined(Seen one, Seen other) {
    Area of = one.tile().area().joined(other.tile().area());
    Tile tile =
        new Tile(
            (int) of.left(),
            (int) of.top(),
            (int) (of.right() - of.left()),
            (int) (of.bottom() - of.top()),
            one.tile().pictureWidth(),
            one.tile().pictureHeight());
    Area area = one.area().joined(other.area());
    return new Seen(
        one.classIndex(),
        Math.max(one.score(), other.score()),
        area,
        tile,
        ++looks,
        tile.cuts(area));
  }
}
