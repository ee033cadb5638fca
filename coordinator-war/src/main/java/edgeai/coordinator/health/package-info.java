/**
 * Whether the coordinator lives, and whether it can work. Looks at start and at model; nobody looks
 * at it. Never mends what it finds.
 */
package edgeai.coordinator.health;
