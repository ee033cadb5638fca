/**
 * Stage 4 of 6. Receives one frame from the coordinator's dispatch, or from this worker's own
 * camera, answers with its detections. Owns this worker's model, the bound on frames at the same
 * time, and what the coordinator is told of persons and vehicles in its frames. Never keeps a
 * frame.
 */
package edgeai.worker.infer;
