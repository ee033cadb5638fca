/**
 * Who is there and what it does: registrations, signs of life and silence, state and trouble.
 * Serves analytics, which tells it of detections, and control; live shows what changes. Never
 * counts anything.
 */
package edgeai.admin.camera;
