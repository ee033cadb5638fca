/**
 * Stage 2 of a coordinator that is measured: hands frames to dispatch that no video gave, and hears
 * from result what became of them. Added to a copy of the coordinator's WAR.
 */
package edgeai.coordinator.synthetic;
