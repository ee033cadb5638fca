/**
 * Commands to cameras and their acknowledgement. Asks camera who is registered, sends through live.
 * Never holds a thread while it waits.
 */
package edgeai.admin.control;
