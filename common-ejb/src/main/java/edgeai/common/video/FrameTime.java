package edgeai.common.video;

/**
 * What goes with a decoded frame.
 *
 * @param index 0-based number in the video
 * @param micros of the video's own time
 * @param aspect of its pixels
 * @param wanted whether a picture is made of it; others only help those beside them
 */
record FrameTime(int index, long micros, PixelAspect aspect, boolean wanted) {}
