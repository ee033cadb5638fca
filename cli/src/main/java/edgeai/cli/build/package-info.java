/**
 * Builds what is older than its sources, and runs Maven for tests.
 *
 * <p>Used by every command that starts servers. Never starts one.
 */
package edgeai.cli.build;
