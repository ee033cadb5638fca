/**
 * A member of the system as the admin server's camera: registration, heartbeat, and events that are
 * owed to it until it has taken them. Serves the coordinator and camera nodes. Owns the calls and
 * the bounded store on disk. Never decides what is an event.
 */
package edgeai.common.admin;
