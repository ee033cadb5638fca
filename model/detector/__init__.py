"""A small YOLOv8-style detector: network, loss, training, evaluation and export."""

NAMES = ("person", "bicycle", "car", "motorcycle", "bus", "truck")
"""Class names; the index of a name is the class number in labels and in the model's output."""

GREY = 114
"""Padding value around letterboxed and cropped pictures, the same in training and in the product."""
