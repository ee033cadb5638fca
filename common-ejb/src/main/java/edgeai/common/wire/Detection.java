package edgeai.common.wire;

/**
 * One object seen in one frame.
 *
 * @param label class name of the model, 1 to 128 printable characters
 * @param confidence 0 to 1
 * @param box where, in pixels of the frame as displayed
 */
public record Detection(String label, double confidence, Box box) {}
