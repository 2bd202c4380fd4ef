"""Good work: what professionals owe beside the sharp line. Facts; none of them changes a state or a power."""
