package edgeai.common.vision;

/** A rectangle in pixels; one without width or height is empty. */
record Area(double left, double top, double right, double bottom) {

  static Area of(Candidate box) {
    return new Area(
        box.cx() - box.width() / 2.0,
        box.cy() - box.height() / 2.0,
        box.cx() + box.width() / 2.0,
        box.cy() + box.height() / 2.0);
  }

  double size() {
    return Math.max(0, right - left) * Math.max(0, bottom - top);
  }

  /** What both have. */
  Area shared(Area other) {
    return new Area(
        Math.max(left, other.left),
        Math.max(top, other.top),
        Math.min(right, other.right),
        Math.min(bottom, other.bottom));
  }

  /** The smallest that has both. */
  Area joined(Area other) {
    return new Area(
        Math.min(left, other.left),
        Math.min(top, other.top),
        Math.max(right, other.right),
        Math.max(bottom, other.bottom));
  }

  /** Intersection over union, 0 to 1. */
  double overlap(Area other) {
    double both = shared(other).size();
    double either = size() + other.size() - both;
    return either > 0 ? both / either : 0;
  }

  /** How much of this lies in the other, 0 to 1. */
  double shareIn(Area other) {
    double own = size();
    return own > 0 ? shared(other).size() / own : 0;
  }
}
