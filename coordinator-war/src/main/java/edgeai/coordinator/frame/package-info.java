/**
 * What a frame is, what is wanted of it and what was tried with it: what the stages hand on to each
 * other. Looks at fleet, since an attempt is one worker's. Never acts by itself: no thread, no
 * database, no request.
 */
package edgeai.coordinator.frame;
