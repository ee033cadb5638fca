/**
 * Keeps what failed from ending what did not: failures that nobody waits for are counted and told,
 * and what is done again and again goes on. Never knows what it is that is done.
 */
package edgeai.common.guard;
