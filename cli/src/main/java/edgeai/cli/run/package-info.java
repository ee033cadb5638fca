/**
 * Starts and ends the servers of a checkout, and knows which run: each has a file under {@code
 * .edge/run} with its process number.
 *
 * <p>Used by the commands; hands what it started to {@code follow}. Never judges how a server does.
 */
package edgeai.cli.run;
