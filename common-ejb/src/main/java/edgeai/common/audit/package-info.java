/**
 * Has told what was done to this server, and by whom: takes entries without ever making anybody
 * wait, keeps floods of them from pushing out what matters, and writes them beside. Neighbours:
 * {@code edgeai.audit}, whose files it writes; door, which tells of every call; whoever does
 * something that is no call. Never knows who may do what.
 */
package edgeai.common.audit;
