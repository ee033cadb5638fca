/**
 * Alerts stand beside the stages: what a person should look at, told from each frame's result or
 * posted by workers. Owns the rules, what goes on, and the log. Never changes a result.
 */
package edgeai.coordinator.alert;
