package edgeai.coordinator.fleet;

/**
 * A registration ended or fell silent: frames it holds go elsewhere.
 *
 * @param reason one sentence for the log
 */
public record WorkerGone(WorkerNode node, String reason) {}
