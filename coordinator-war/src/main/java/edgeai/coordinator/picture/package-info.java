/**
 * Single pictures that are posted, inferred at once by the coordinator's own worker. Stands beside
 * the stages: uses model, and hands what is to be kept to result. Never queues a picture.
 */
package edgeai.coordinator.picture;
