package edgeai.common.wire;

/**
 * A bounding box in pixels of the frame as displayed, corners inclusive of {@code x1,y1} and with
 * {@code x2 >= x1}, {@code y2 >= y1}.
 */
public record Box(int x1, int y1, int x2, int y2) {}
