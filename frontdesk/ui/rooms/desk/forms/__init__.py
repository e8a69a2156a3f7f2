"""Forms without their widgets: what was typed, what is wrong with it, how it is saved."""
