import GRDB

/// The tables of a store and how older stores become the current ones.
///
/// Times are milliseconds since 1970 (UTC) unless a comment says otherwise. Rules that must hold for
/// every writer, whatever program it is, are triggers.
enum Schema {
    /// The migrations in order; what a released one leads to, with those after it, never changes.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 human review") { db in
            for statements in [flows, images, predictions, loops, tasks, answers, events, tallies] {
                try db.execute(sql: statements)
            }
        }
        migrator.registerMigration("2 models and the background queue") { db in
            for statements in [models, predictionJobs, routing] {
                try db.execute(sql: statements)
            }
        }
        migrator.registerMigration("3 where loops come from, and who may do what") { db in
            for statements in [origins, workers] {
                try db.execute(sql: statements)
            }
        }
        migrator.registerMigration("4 confident images, ready to be sorted") { db in
            for statements in [confidentImages, confidentScores, withdrawals] {
                try db.execute(sql: statements)
            }
        }
        migrator.registerMigration("5 work teams and revisions") { db in
            for statements in [teams, revisions, settlements] {
                try db.execute(sql: statements)
            }
        }
        migrator.registerMigration("6 lists of loops") { db in
            for statements in [listIndices, loopLabels, loopActions] {
                try db.execute(sql: statements)
            }
        }
        migrator.registerMigration("7 imports") { db in
            try db.execute(sql: imports)
        }
        migrator.registerMigration("8 attempts of prediction jobs") { db in
            try db.execute(sql: attempts)
        }
        // After the others: it counts what they tell apart.
        migrator.registerMigration("9 figures") { db in
            // The counting needs what came to be kept later.
            for statements in [figures, agreement, figureTriggers, figuresOfLoops] {
                try db.execute(sql: statements)
            }
            try PredictionFigures.count(after: 0, through: .max, in: db)
            try AnswerFigureRecords.count(after: 0, through: .max, in: db)
        }
        // None of these makes a table anew, so that references hold all along: SQLite would otherwise look
        // at each of the store's rows after each of them.
        migrator.registerMigration(
            "10 decisions about single boxes", foreignKeyChecks: .immediate
        ) { db in
            for statements in [boxDecisions, confidentBoxes, acceptedTally] {
                try db.execute(sql: statements)
            }
        }
        migrator.registerMigration("11 settlements taken back", foreignKeyChecks: .immediate) {
            db in
            try db.execute(sql: settlementWithdrawals)
        }
        migrator.registerMigration(
            "12 long lists by score and by few letters", foreignKeyChecks: .immediate
        ) { db in
            try db.execute(sql: longLists)
        }
        migrator.registerMigration(
            "13 agreement by its sums", foreignKeyChecks: .immediate
        ) { db in
            for statements in [agreement, agreementOfMatches] { try db.execute(sql: statements) }
        }
        migrator.registerMigration("14 names by their length", foreignKeyChecks: .immediate) {
            db in
            try db.execute(sql: namesByLength)
        }
        migrator.registerMigration(
            "15 watchers of what is taken back", foreignKeyChecks: .immediate
        ) { db in
            try db.execute(sql: watchedWithdrawals)
        }
        migrator.registerMigration(
            "16 problems without their path", foreignKeyChecks: .immediate
        ) { db in
            try db.execute(sql: problemsWithoutPath)
        }
        migrator.registerMigration("17 classes of settlements", foreignKeyChecks: .immediate) {
            db in
            try db.execute(sql: settledLabels)
        }
        return migrator
    }
}
