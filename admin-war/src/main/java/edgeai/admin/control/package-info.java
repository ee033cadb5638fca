/**
 * Commands to cameras and their acknowledgement. Asks camera who is registered and tells it the
 * state that a camera acknowledged, sends through live. Never holds a thread while it waits.
 */
package edgeai.admin.control;
