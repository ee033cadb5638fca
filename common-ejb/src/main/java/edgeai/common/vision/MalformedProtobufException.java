package edgeai.common.vision;

/** What was read is no protobuf message. */
final class MalformedProtobufException extends Exception {}
