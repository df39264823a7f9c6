"""The demonstration: an article written for it, the addresses it quotes, and what is expected of each quotation."""
