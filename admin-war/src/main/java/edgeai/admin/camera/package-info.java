/**
 * Who is there: registrations, signs of life and silence. Serves analytics, which tells it of
 * detections, and control; live shows what changes. Never counts anything.
 */
package edgeai.admin.camera;
