"""Questions about the whole house, answered with pandas."""
