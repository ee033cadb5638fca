/**
 * The models there are, the one of the pool and those of jobs that have not ended, opened and warm,
 * and inference with them in this process: for the coordinator's own worker and for single
 * pictures. Keeps added models in files and what is known of them in the database. Serves fleet,
 * decode, dispatch, job and picture. Never knows who asks.
 */
package edgeai.coordinator.model;
