package edgeai.coordinator.dispatch;

import edgeai.coordinator.frame.Frame;
import java.util.List;

/**
 * Frames that go together, of segments next to each other.
 *
 * @param firstSegment number of the first segment
 * @param lastSegment number of the last
 * @param frames as they are shown, at least one
 */
record Stretch(int firstSegment, int lastSegment, List<Frame> frames) {}
