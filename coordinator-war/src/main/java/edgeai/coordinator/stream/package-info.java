/**
 * Stage 6 of 6. Receives frames with their results and shows them live as MJPEG. Owns the viewers:
 * one latest-frame slot each, asynchronous output, no thread of their own. Says whether anybody
 * watches. Never delays a result.
 */
package edgeai.coordinator.stream;
