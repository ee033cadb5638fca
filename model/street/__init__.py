"""A procedural street: pictures and video of road users whose boxes are known exactly."""

CLASSES = ("person", "bicycle", "car", "motorcycle", "bus", "truck")
