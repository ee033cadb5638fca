/**
 * A Prometheus beside the servers of one command, by the project's rules.
 *
 * <p>The program is the machine's own. It listens on loopback, scrapes what the command has started
 * and ends with it.
 */
package edgeai.cli.prometheus;
