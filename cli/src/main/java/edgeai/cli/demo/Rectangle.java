package edgeai.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;

/** A rectangle in pixels of a frame. */
record Rectangle(double x1, double y1, double x2, double y2) {

  /** The box of a detection, or of an object in a clip's ground truth. */
  static Rectangle of(JsonNode object) {
    JsonNode box = object.path("box");
    return new Rectangle(
        box.path("x1").asDouble(),
        box.path("y1").asDouble(),
        box.path("x2").asDouble(),
        box.path("y2").asDouble());
  }

  /** Intersection over union, 0 to 1. */
  double overlap(Rectangle other) {
    double union = area() + other.area() - shared(other);
    return union > 0 ? shared(other) / union : 0;
  }

  /** How much of this box lies in the other, 0 to 1. */
  double shareIn(Rectangle other) {
    return area() > 0 ? shared(other) / area() : 0;
  }

  private double shared(Rectangle other) {
    double across = Math.min(x2, other.x2) - Math.max(x1, other.x1);
    double down = Math.min(y2, other.y2) - Math.max(y1, other.y1);
    return Math.max(0, across) * Math.max(0, down);
  }

  private double area() {
    return (x2 - x1) * (y2 - y1);
  }
}
