extension Schema {
    /// A loop is found by the classes it was settled with as by those of its answers.
    static let settledLabels = """
        CREATE TRIGGER settlements_label_loops AFTER INSERT ON settlement_boxes BEGIN
            INSERT INTO loop_labels SELECT NEW.label, loop_id FROM settlements
                WHERE id = NEW.settlement_id ON CONFLICT DO NOTHING;
        END;
        -- What an answer or another settlement has as well stays.
        CREATE TRIGGER withdrawn_settlements_take_their_labels
            AFTER INSERT ON settlement_withdrawals BEGIN
            DELETE FROM loop_labels
                WHERE loop_id = \(settled("loop_id"))
                    AND label IN (
                        SELECT label FROM settlement_boxes WHERE settlement_id = NEW.settlement_id)
                    AND label NOT IN (
                        SELECT answer_boxes.label FROM answers
                        JOIN tasks ON tasks.id = answers.task_id
                        JOIN answer_boxes ON answer_id = answers.id
                        WHERE answers.loop_id = \(settled("loop_id"))
                            AND tasks.loop_revision = \(settled("loop_revision")))
                    AND label NOT IN (
                        SELECT settlement_boxes.label FROM settlements
                        JOIN settlement_boxes ON settlement_id = settlements.id
                        WHERE settlements.loop_id = \(settled("loop_id"))
                            AND settlements.loop_revision = \(settled("loop_revision"))
                            AND \(SettlementRecord.holds));
        END;
        INSERT INTO loop_labels
            SELECT DISTINCT settlement_boxes.label, settlements.loop_id FROM settlements
            JOIN settlement_boxes ON settlement_id = settlements.id
            WHERE \(SettlementRecord.holds) AND settlements.loop_revision = (
                SELECT MAX(tasks.loop_revision) FROM answers JOIN tasks ON tasks.id = task_id
                WHERE answers.loop_id = settlements.loop_id)
            ON CONFLICT DO NOTHING;
        """

    private static func settled(_ column: String) -> String {
        "(SELECT \(column) FROM settlements WHERE id = NEW.settlement_id)"
    }
}
