package edgeai.common.wire;

/**
 * A bounding box in pixels of the frame as displayed, corners inclusive of {@code x1,y1} and with
 * {@code x2 >= x1}, {@code y2 >= y1}.
 *
 * @param x1 left
 * @param y1 top
 * @param x2 right
 * @param y2 bottom
 */
public record Box(int x1, int y1, int x2, int y2) {}
