"""What people use: one service layer, and on it the command line."""
