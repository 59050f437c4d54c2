package org.sipsleuth.casefile.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The versions of the schema, and the way from one to the next.
///
/// Version 1: all tables but `alias`. Version 2: `alias`. Version 3: the column `scope` of `verdict`;
/// before it, whole sequences were judged, and attacks were called `vulnerable_…`.
public final class CaseSchema {

    /// The version that this program writes.
    public static final int VERSION = 3;

    /// `SipC`, in the header of the file.
    static final int APPLICATION_ID = 0x53697043;

    private static final List<String> LOG = List.of(
            "CREATE TABLE log (number INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL,"
                    + " who TEXT NOT NULL, program TEXT NOT NULL, action TEXT NOT NULL,"
                    + " target TEXT NOT NULL, content TEXT NOT NULL, previous TEXT NOT"
                    + " NULL, hash TEXT NOT NULL) STRICT",
            refusal("log", "UPDATE"), refusal("log", "DELETE"), refusal("verdict", "UPDATE"),
            refusal("verdict", "DELETE"));

    private CaseSchema() {}

    private static String refusal(String table, String change) {
        return ("CREATE TRIGGER %1$s_without_%2$s BEFORE %3$s ON %1$s BEGIN SELECT RAISE(ABORT,"
                + " '%1$s: rows are only added'); END")
                .formatted(table, change.toLowerCase(java.util.Locale.ROOT), change);
    }

    /// What makes an empty database a case of this version.
    static List<String> statements(int version) {
        List<String> all = new ArrayList<>();
        tables(version).map(table -> table.createSql(version)).forEach(all::add);
        all.addAll(LOG);
        all.add("PRAGMA application_id = " + APPLICATION_ID);
        all.add("PRAGMA user_version = " + version);
        return all;
    }

    /// What makes a case of the version before one of this version.
    static List<String> migration(int version) {
        List<String> all = new ArrayList<>();
        Stream.of(CaseTable.values())
                .filter(table -> table.since() == version)
                .map(table -> table.createSql(version))
                .forEach(all::add);
        tables(version - 1).flatMap(table -> table.addColumnsSql(version)).forEach(all::add);
        all.add("PRAGMA user_version = " + version);
        return all;
    }

    /// The tables of this version.
    static Stream<CaseTable> tables(int version) {
        return Stream.of(CaseTable.values()).filter(table -> table.since() <= version);
    }

    /// The tables, indexes and triggers that a case of this version has, as SQLite describes them.
    static Set<String> objects(int version) throws CaseException {
        try (CaseDatabase empty = CaseDatabase.inMemory()) {
            empty.executeAll(statements(version));
            return empty.objects();
        }
    }
}
