"""Words of a text in one comparable form, with the way back to the printed characters."""
