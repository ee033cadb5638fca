/**
 * The steps of a frame's way through a worker one by one, each in a JVM of its own by JMH. The
 * steps are not public: what calls them lies in {@link edgeai.common.vision}. Never measures the
 * network.
 */
package edgeai.benchmark.kernels;
