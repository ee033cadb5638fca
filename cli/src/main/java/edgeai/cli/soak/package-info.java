/**
 * Keeps servers at work for long, and shows whether what they take of the machine grows.
 *
 * <p>Works with servers that {@code follow} found ready. Never starts or ends one.
 */
package edgeai.cli.soak;
