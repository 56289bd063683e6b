// Placeholder until the target has a file.
