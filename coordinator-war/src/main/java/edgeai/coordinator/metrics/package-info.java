/**
 * How the pool does, in figures: for Prometheus, and in one look for those who take JSON. Looks at
 * all stages; only topic looks at it. Never counts what a stage could count itself.
 */
package edgeai.coordinator.metrics;
