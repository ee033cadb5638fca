/**
 * Jobs stand beside the stages: a job is an uploaded video, its options and how far it is. Owns the
 * queue of jobs, their rows, their files and the account of all frames. Runs decode and listens to
 * result; never touches a frame's pixels.
 */
package edgeai.coordinator.job;
