/**
 * Follows servers from their start to their end and says what happens to them: logs, readiness,
 * processes.
 *
 * <p>Gets servers from {@code run}; demo and soak work with what is ready here. Never starts or
 * ends one.
 */
package edgeai.cli.follow;
