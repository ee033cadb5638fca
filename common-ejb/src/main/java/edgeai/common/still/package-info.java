/**
 * Frames that show nothing new: whether a frame has to be inferred, or may take what was found in
 * the one that was inferred last. Goes by small grey pictures, by time, and by the boxes that were
 * found; knows nothing of how frames are decoded or inferred, and decides the same wherever it
 * runs.
 */
package edgeai.common.still;
