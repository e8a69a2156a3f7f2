"""What the desk room says, and how it reads what is typed; no toolkit."""
