"""What a build after edits reads, writes and deletes, so that it equals a clean one."""
