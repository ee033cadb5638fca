/**
 * Stands beside the stages: the coordinator as a camera of the admin server. Owns the calls to it
 * and a bounded store of what it has not taken yet. Never slows or fails a job.
 */
package edgeai.coordinator.report;
