"""Court orders, and the powers that begin and end with them."""
