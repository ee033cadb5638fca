/**
 * From encoded picture to labelled boxes and back to a drawn picture. Owns decoding, letterboxing,
 * the models that are kept, the one that comes with the build, what makes a model one that is read
 * here, their sessions, a {@link edgeai.common.vision.Head} for each layout of an output, and the
 * drawing of what was found. Never knows where a picture comes from, who asked for it or what
 * becomes of the result.
 *
 * <p>{@link edgeai.common.vision.Picture} and {@link edgeai.common.vision.Detector} own native
 * memory and are closed by whoever opened them. Geometry, head decoding and suppression are plain
 * Java and touch no native library.
 */
package edgeai.common.vision;
