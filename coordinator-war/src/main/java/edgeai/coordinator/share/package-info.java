/**
 * Shows one frame of a job to whoever has a link to it, and nothing else: signed, for days, gone
 * with the job, with who made it, or with all others at once. Stands behind review, whose pictures
 * it shows; nobody asks it. Keeps nothing but the key that links are signed with.
 */
package edgeai.coordinator.share;
