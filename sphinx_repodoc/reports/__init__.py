"""What other tools said of the files: the reports that the user names."""
