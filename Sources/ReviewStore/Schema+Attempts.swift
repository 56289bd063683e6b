extension Schema {
    /// An image that ends the process at work on it must not end every process after that.
    static let attempts = """
        -- How often a process ended, or fell silent, while it was at work on the image.
        ALTER TABLE prediction_jobs ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
        """
}
