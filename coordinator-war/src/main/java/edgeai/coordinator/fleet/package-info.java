/**
 * The pool of workers: who is registered, who may get frames, and how well each has done. Serves
 * dispatch. Owns registrations, heartbeats, and one circuit breaker and one quarantine per worker.
 * Never sends a frame.
 */
package edgeai.coordinator.fleet;
