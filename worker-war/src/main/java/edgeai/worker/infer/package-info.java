/**
 * Stage 4 of 6. Receives one frame or a piece of video from the coordinator's dispatch, or a frame
 * from this worker's own camera, answers with the detections. Owns this worker's model, the bounds
 * on frames and on pieces at the same time, and what the coordinator is told of persons and
 * vehicles in its frames. Never keeps a frame.
 */
package edgeai.worker.infer;
