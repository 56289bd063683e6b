extension Schema {
    /// What still made a million loops be looked at one by one: a filter that leaves many, sorted by score;
    /// and one or two letters, which are in too few trigrams of their own to be searched for.
    static let longLists = """
        -- In the order of scores, with all that filters ask, as loops_in_list is in that of the list.
        DROP INDEX loops_by_score;
        CREATE INDEX loops_by_score ON loops (COALESCE(score, -1), id, status, score,
            creation_time, completion_time, flow_id, prediction_id, image_id, bulk_accept_id,
            activation_reason, import_id);

        -- The trigrams of file names in their order: those that begin with one or two letters.
        CREATE VIRTUAL TABLE image_trigrams USING fts5vocab(image_names, instance);
        -- What no trigram begins with: a name's last two letters.
        CREATE INDEX images_by_name_end ON images (\(nameEnd));
        """

    /// The last two letters of an image's file name, as `image_names` has letters.
    static let nameEnd = "lower(substr(path, -2))"

    /// Patterns without three letters in a row that few names have still say how long a name is.
    static let namesByLength = """
        CREATE INDEX images_by_name ON images (\(nameLength), file_name);
        """

    /// The letters of an image's file name, counted.
    static let nameLength = "length(file_name)"
}
