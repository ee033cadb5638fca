/**
 * Jobs: an uploaded video, its options and how far it is. Owns the queue of jobs and the work on
 * them, their rows and their files. Runs decode; never touches a frame's pixels, and is not what
 * shows a job, see {@code review}.
 */
package edgeai.coordinator.job;
