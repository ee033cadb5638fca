/**
 * The model of the pool, opened and warm, and inference with it in this process: for the
 * coordinator's own worker and for single pictures. Serves fleet, decode, dispatch and picture.
 * Never knows who asks.
 */
package edgeai.coordinator.model;
