"""What goes on paper: data first, then HTML, then printer or PDF."""
