package org.sipsleuth.casefile.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.casefile.store.LogEntry.Action;

/// A change of a case while it is made: rows are put or removed together with the log entries that
/// say so. All of it is one transaction.
public final class CaseChange {

    private static final int IDENTITY_DIGITS = 32;

    private final CaseDatabase database;
    private final Author author;
    private final Instant at;
    private LogEntry last;

    CaseChange(CaseDatabase database, Author author) throws CaseException {
        this.database = database;
        this.author = author;
        at = author.now();
        last = database.last();
    }

    /// When it is made.
    public Instant at() {
        return at;
    }

    /// Who makes it.
    public String who() {
        return author.name();
    }

    /// The hash of the last entry so far.
    public String lastHash() {
        return last.hash();
    }

    /// An identity for a row that no other row of any case gets: made of the row and of the log so
    /// far.
    public String identity(CaseTable table, Row row) {
        return Sha256.of(last.hash() + table.json(row)).substring(0, IDENTITY_DIGITS);
    }

    /// The row with this key, if there is one.
    public Optional<Row> find(CaseTable table, Row key) throws CaseException {
        return database.find(table, key);
    }

    /// The number of rows. They are counted one by one, within [ReadLimit]; `count(*)` is one step.
    public long count(CaseTable table) throws CaseException {
        return database.number("SELECT total(1) FROM " + table.sqlName());
    }

    /// Adds a row, in place of one with the same key. What changes nothing is not logged.
    ///
    /// @return whether anything is different
    public boolean put(CaseTable table, Row row) throws CaseException {
        String json = table.json(row);
        Optional<Row> before = database.find(table, row);
        if (before.isPresent() && table.json(before.get()).equals(json)) {
            return false;
        }
        database.put(table, row);
        append(Action.PUT, table.sqlName(), json);
        return true;
    }

    /// Removes the row with this key, if there is one.
    ///
    /// @return whether there was one
    public boolean remove(CaseTable table, Row key) throws CaseException {
        if (database.find(table, key).isEmpty()) {
            return false;
        }
        database.remove(table, key);
        append(Action.REMOVE, table.sqlName(), table.keyJson(key));
        return true;
    }

    /// Logs something that is not seen in a table.
    public void event(String what, Map<String, Object> facts) throws CaseException {
        append(Action.EVENT, what, CanonicalJson.of(facts));
    }

    private void append(Action action, String target, String content) throws CaseException {
        last = LogEntry.after(last, author, at.toString(), action, target, content);
        database.append(last);
    }
}
