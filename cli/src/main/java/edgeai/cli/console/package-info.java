/**
 * What people read: events, progress, tables, and refusals in one line.
 *
 * <p>Every other package speaks through it. Never knows what it is that it tells.
 */
package edgeai.cli.console;
