"""Finding people by what was typed: how soon and how surely, beside other ways of looking people up."""
