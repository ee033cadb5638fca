/**
 * The command {@code edge}: what it can be told, one class per command. What servers are started
 * with is in {@code cli.server}. Knows the servers only by their files, their processes and their
 * HTTP surface.
 */
package edgeai.cli;
