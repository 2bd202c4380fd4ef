"""What an auditor runs: folding a case from its entries and verifying its chain, on any copy of the log."""
