/**
 * A class per command of {@code ./edge}: its options, what it refuses, what it does in which order.
 *
 * <p>{@code Commands} lists them. Everything else is used from here; nothing else uses this.
 */
package edgeai.cli.command;
