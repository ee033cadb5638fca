package edgeai.common.still;

import edgeai.common.wire.Box;
import java.util.List;

/** A video that tests draw: what each frame looks like, and which objects are in it. */
interface Footage {
  void draw(Canvas canvas, int frame);

  /** Boxes of the objects that a detector would find. */
  default List<Box> objects(int frame) {
    return List.of();
  }
}
