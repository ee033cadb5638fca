/**
 * Faults on purpose, among servers that run, and the suite that knows every fault.
 *
 * <p>Finds servers through {@code run}. What it breaks it mends.
 */
package edgeai.cli.chaos;
