/**
 * The connections of a server's clients, below HTTP: how many there are, how long one may take to
 * ask, whether its client is still there, and the answers that the container would give by itself.
 * Stands in the container's listener (Grizzly), in front of the edge. Uses network for places and
 * problem for answers. Never knows what is asked, nor by whom.
 */
package edgeai.common.connection;
