"""What is in the repository: its files, read once each, and why others are left out."""
