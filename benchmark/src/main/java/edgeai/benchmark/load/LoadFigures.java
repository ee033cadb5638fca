package edgeai.benchmark.load;

/**
 * What became of a load.
 *
 * @param sent frames altogether, those of the warm-up included
 * @param perSecond frames completed while it was measured
 * @param answered from when a frame was due to its answer
 * @param completed from when a frame was due until nothing was left to do for it
 */
public record LoadFigures(long sent, double perSecond, Tail answered, Tail completed) {}
