/**
 * What happens, as it happens, to whoever listens on {@code /ws/events}. Listens to job, fleet,
 * result and alert, which only say that something happened; what is told is worked out here, twice
 * a second and only while somebody listens. Never waits for a client, never delays a frame.
 */
package edgeai.coordinator.live;
