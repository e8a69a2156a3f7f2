"""The Today room's second page: what became of every reminder that was ever due."""
