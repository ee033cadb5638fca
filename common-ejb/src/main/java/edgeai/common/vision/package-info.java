/**
 * From encoded picture to labelled boxes and back to a drawn picture. Owns decoding, letterboxing,
 * the models that are kept, the one that comes with the build, their sessions, the reading of
 * YOLOv8's output, and the drawing of what was found. Never knows where a picture comes from, who
 * asked for it or what becomes of the result.
 *
 * <p>{@link edgeai.common.vision.Picture} and {@link edgeai.common.vision.Detector} own native
 * memory and are closed by whoever opened them. Geometry, head decoding and suppression are plain
 * Java and touch no native library.
 */
package edgeai.common.vision;
