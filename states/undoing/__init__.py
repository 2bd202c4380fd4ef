"""Taking back what was recorded by mistake (TR-82): an order, a consent, a death."""
