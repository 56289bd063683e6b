extension Schema {
    /// How many completed loops stand as they were accepted in bulk: no reviewer had them in their queue.
    ///
    /// One that was sent back is answered by a reviewer like any other.
    static let acceptedTally = """
        INSERT INTO tallies SELECT 'accepted', COUNT(*) FROM loops
            WHERE \(isAccepted("loops"));
        CREATE TRIGGER accepted_are_counted AFTER INSERT ON loops
            WHEN \(isAccepted("NEW")) BEGIN
            UPDATE tallies SET count = count + 1 WHERE name = 'accepted';
        END;
        CREATE TRIGGER accepted_are_uncounted AFTER DELETE ON loops
            WHEN \(isAccepted("OLD")) BEGIN
            UPDATE tallies SET count = count - 1 WHERE name = 'accepted';
        END;
        CREATE TRIGGER accepted_are_recounted AFTER UPDATE OF status ON loops
            WHEN NEW.bulk_accept_id IS NOT NULL BEGIN
            UPDATE tallies SET count = count + (\(isAccepted("NEW"))) - (\(isAccepted("OLD")))
                WHERE name = 'accepted';
        END;
        -- The first revision; its loop may have its new status by now or get it after.
        CREATE TRIGGER accepted_are_reviewed AFTER INSERT ON revisions
            WHEN NOT EXISTS (
                SELECT 1 FROM revisions WHERE loop_id = NEW.loop_id AND number <> NEW.number) BEGIN
            UPDATE tallies SET count = count - 1 WHERE name = 'accepted' AND EXISTS (
                SELECT 1 FROM loops WHERE id = NEW.loop_id AND bulk_accept_id IS NOT NULL
                    AND status = 'Completed');
        END;
        """

    /// Whether a loop is among those that are counted.
    static func isAccepted(_ loop: String) -> String {
        """
        \(loop).bulk_accept_id IS NOT NULL AND \(loop).status = 'Completed' AND NOT EXISTS (
            SELECT 1 FROM revisions WHERE loop_id = \(loop).id)
        """
    }
}
