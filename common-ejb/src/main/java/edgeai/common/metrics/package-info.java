/**
 * Metrics as Prometheus reads them. Owns the exposition that a server's {@code /metrics} shows.
 * Never decides what is measured.
 */
package edgeai.common.metrics;
