"""How fast a durable, audited move is, next to others on the same servers (``make bench``)."""
