/**
 * Metrics as Prometheus reads them, and how times and rates are measured for it. Owns the
 * exposition that a server's {@code /metrics} shows. Never decides what is measured.
 */
package edgeai.common.metrics;
