/**
 * Makes the model {@code coco.onnx} out of what TensorFlow's model zoo published: fetches the
 * package that has it, reads its graph, and writes the same network in the layout of a YOLO export.
 * Runs in the build; nothing of it is in a server. Never changes what the network says beyond the
 * rounding of its weights, and never makes other bytes of the same source.
 */
package edgeai.coco;
