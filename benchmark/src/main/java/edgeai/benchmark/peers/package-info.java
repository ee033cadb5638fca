/**
 * The product's detector beside other ways to run the same YOLOv8 file from Java, on the same
 * pictures, one thread each. A peer that finds nothing is no comparison: what all of them find is
 * counted too.
 */
package edgeai.benchmark.peers;
