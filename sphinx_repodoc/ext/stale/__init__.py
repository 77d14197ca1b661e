"""What documents cite of the repository that is there no more."""
