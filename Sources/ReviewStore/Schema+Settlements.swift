extension Schema {
    /// Up to where watchers have told of what was taken back; who watched before goes on from now.
    static let watchedWithdrawals = """
        ALTER TABLE watchers ADD COLUMN withdrawal INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE watchers ADD COLUMN settlement_withdrawal INTEGER NOT NULL DEFAULT 0;
        UPDATE watchers SET
            withdrawal = (SELECT COALESCE(MAX(number), 0) FROM withdrawals),
            settlement_withdrawal = (
                SELECT COALESCE(MAX(number), 0) FROM settlement_withdrawals);
        """

    /// Settlements that hold no more, because their lead took them back; the rows themselves stay.
    static let settlementWithdrawals = """
        CREATE TABLE settlement_withdrawals (
            number INTEGER PRIMARY KEY,
            settlement_id INTEGER NOT NULL UNIQUE REFERENCES settlements (id),
            event_id TEXT NOT NULL UNIQUE,
            lead TEXT NOT NULL,
            time INTEGER NOT NULL,
            -- As in pending_outputs, until the event is on disk.
            events_offset INTEGER
        ) STRICT;
        CREATE INDEX settlement_withdrawals_pending ON settlement_withdrawals (number)
            WHERE events_offset IS NOT NULL;
        CREATE INDEX settlements_by_lead ON settlements (lead, id) WHERE lead IS NOT NULL;
        CREATE TRIGGER settlement_withdrawals_stand BEFORE DELETE ON settlement_withdrawals BEGIN
            SELECT RAISE(ABORT, 'what was taken back stays so');
        END;
        -- Those that a data set was made with. Before this table only the loops were noted, so every
        -- settlement of an exported one may have left.
        CREATE TABLE exported_settlements (
            settlement_id INTEGER PRIMARY KEY REFERENCES settlements (id)
        ) STRICT;
        INSERT INTO exported_settlements
            SELECT settlements.id FROM settlements CROSS JOIN loops ON loops.id = loop_id
            WHERE export_time IS NOT NULL;
        CREATE TRIGGER exported_settlements_held BEFORE INSERT ON exported_settlements
            WHEN EXISTS (
                SELECT 1 FROM settlement_withdrawals WHERE settlement_id = NEW.settlement_id) BEGIN
            SELECT RAISE(ABORT, 'a settlement that was taken back is not exported');
        END;
        CREATE TRIGGER exported_settlements_stand BEFORE DELETE ON exported_settlements BEGIN
            SELECT RAISE(ABORT, 'what was exported stays so');
        END;
        CREATE TRIGGER settlements_in_use_stand BEFORE INSERT ON settlement_withdrawals
            WHEN EXISTS (
                SELECT 1 FROM settlements JOIN loops ON loops.id = loop_id
                WHERE settlements.id = NEW.settlement_id
                    AND (loops.status <> 'Completed'
                        OR EXISTS (
                            SELECT 1 FROM exported_settlements
                            WHERE settlement_id = settlements.id)
                        OR EXISTS (
                            SELECT 1 FROM revisions
                            WHERE revisions.loop_id = loops.id
                                AND number > settlements.loop_revision)))
            BEGIN
            SELECT RAISE(ABORT, 'a settlement that something depends on cannot be taken back');
        END;
        """
}
