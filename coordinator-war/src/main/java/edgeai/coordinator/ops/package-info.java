/**
 * What keeps the coordinator running and shows how it does: executors, start, health, metrics, the
 * model. Stands beside the stages and may look at all of them; none of them looks back.
 */
package edgeai.coordinator.ops;
