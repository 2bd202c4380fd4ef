"""One module per command of the command line; each only asks and shows."""
