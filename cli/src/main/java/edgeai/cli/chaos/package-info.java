/**
 * Faults on purpose, among servers that run.
 *
 * <p>Finds servers through {@code run}. What it breaks it mends.
 */
package edgeai.cli.chaos;
