/**
 * Whoever listens on {@code /ws/events}, and the way to them. Receives messages from topic. Never
 * waits for a client and never knows what a message says.
 */
package edgeai.coordinator.live;
