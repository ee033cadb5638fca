/**
 * A server among others on a network: how addresses are written, who can reach it, how much of an
 * answer is taken, when to try one again that was lost, how many of one address may do something.
 * Never calls one.
 */
package edgeai.common.network;
