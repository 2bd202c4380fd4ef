"""Acts (handelingen): the matrix, what an order confers, and the one function that says who may do what."""
