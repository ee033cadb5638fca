package edgeai.benchmark.loop;

/**
 * What a pass over a video came to.
 *
 * @param frames that were inferred
 * @param nanos from the opening of the file to the last frame's objects
 * @param processorNanos that the process took of all processors meanwhile
 */
public record LoopFigures(int frames, long nanos, long processorNanos) {

  /** As {@link #text()} gave it. */
  static LoopFigures parse(String text) {
    String[] words = text.split(" ");
    return new LoopFigures(
        Integer.parseInt(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]));
  }

  String text() {
    return "%d %d %d".formatted(frames, nanos, processorNanos);
  }

  public double framesPerSecond() {
    return frames * 1e9 / nanos;
  }

  /** Of processor time for a frame, all that were decoded for it included. */
  public double processorMillis() {
    return processorNanos / 1e6 / frames;
  }
}
