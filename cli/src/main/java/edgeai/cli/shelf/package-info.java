/**
 * The models of a pool, as {@code ./edge model} shows, adds, switches and measures them.
 *
 * <p>Asks a coordinator through {@code client}. Never opens a model: that is proven by who will
 * infer with it.
 */
package edgeai.cli.shelf;
