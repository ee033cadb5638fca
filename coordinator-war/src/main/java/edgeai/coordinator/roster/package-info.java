/**
 * The pool as people and workers see it: how workers join, stay and leave over HTTP, and how each
 * does. Stands beside the stages: asks fleet, dispatch, model and result; only metrics and topic
 * ask it. Never decides who gets a frame.
 */
package edgeai.coordinator.roster;
