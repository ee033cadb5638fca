/**
 * The one line that starts a server, with the folders and the environment that it needs, and the
 * archive of classes that it starts from.
 *
 * <p>The command, the system tests and the benchmark all start servers by it. Never knows which
 * servers run, and never waits for one.
 */
package edgeai.cli.server;
