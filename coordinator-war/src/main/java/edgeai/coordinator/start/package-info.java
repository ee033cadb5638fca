/**
 * The start of the coordinator: the threads there are, the root of its paths, and the last step,
 * after which it is ready. Stands above the stages; only health and metrics look at it. Never does
 * the work of a stage.
 */
package edgeai.coordinator.start;
