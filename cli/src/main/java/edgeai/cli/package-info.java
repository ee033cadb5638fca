/**
 * The command {@code ./edge}: builds, starts, watches and ends the servers of a checkout.
 *
 * <p>{@code Edge} is where it begins; the bootstrap {@code ./edge} finds a JDK for it. What servers
 * do is none of its business.
 */
package edgeai.cli;
