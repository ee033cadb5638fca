/**
 * Stage 4 of 6. Receives one frame from the coordinator's dispatch, or from this worker's own
 * camera, answers with its detections. Owns the model in use and the bound on frames at the same
 * time. Never keeps a frame.
 */
package edgeai.worker.infer;
