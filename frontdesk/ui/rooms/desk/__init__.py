"""The desk room: who is this, and what should I know?"""
