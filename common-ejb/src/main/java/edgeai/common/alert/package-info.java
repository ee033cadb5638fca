/**
 * What in a frame a person should look at. Serves the coordinator and camera nodes. Never keeps or
 * sends an alert.
 */
package edgeai.common.alert;
