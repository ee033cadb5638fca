/**
 * This worker as a camera: captures a source, hands the newest frame to infer, reports what is seen
 * to the admin server and obeys its commands. Stands beside enrol. Owns the pace, the shedding of
 * frames that came too fast, and the reconnecting to the source and to the commands. Never keeps a
 * picture.
 */
package edgeai.worker.camera;
