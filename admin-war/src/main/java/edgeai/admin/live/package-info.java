/**
 * What happens, at once, to whoever listens on {@code /ws/cameras}; and what camera nodes answer to
 * commands on the same way. Listens to camera, analytics and alert; control sends through it. Never
 * waits for a client.
 */
package edgeai.admin.live;
