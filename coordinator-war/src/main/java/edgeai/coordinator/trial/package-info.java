/**
 * Trials of models: what a picture takes each worker by one, and how far what it finds agrees with
 * what a job found by its own. Stands after result: asks model, fleet, dispatch, decode, job and
 * result; nobody asks it. Never stores what it finds.
 */
package edgeai.coordinator.trial;
