/**
 * Builds what is older than its sources, and runs Maven for tests, one suite of them included.
 *
 * <p>Used by every command that starts servers. Never starts one.
 */
package edgeai.cli.build;
