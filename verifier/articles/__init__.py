"""Reading an article: its bytes, text, address, language and publication date."""
