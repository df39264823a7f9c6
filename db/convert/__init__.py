"""The only place where values become rows and rows become values."""
