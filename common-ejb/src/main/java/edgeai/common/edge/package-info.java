/**
 * The edge of a server: what every request passes before anything is done for it, in the one order
 * that {@link edgeai.common.edge.EdgeFilter} keeps. Uses door for who asks, http for the dashboard.
 * Refuses by what a request is, never by what it is about.
 */
package edgeai.common.edge;
