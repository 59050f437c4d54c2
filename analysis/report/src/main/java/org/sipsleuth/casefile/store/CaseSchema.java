package org.sipsleuth.casefile.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipsleuth.casefile.store.CaseFault.Kind;

/// The versions of the schema, and the way from one to the next.
///
/// Version 1: all tables but `alias`. Version 2: `alias`. Version 3: the column `scope` of `verdict`;
/// before it, whole sequences were judged, and attacks were called `vulnerable_…`.
public final class CaseSchema {

    /// The version that this program writes.
    public static final int VERSION = 3;

    /// The largest file that is attached.
    public static final int MOST_ATTACHED_BYTES = 64 << 20;

    /// `SipC`, in the header of the file.
    static final int APPLICATION_ID = 0x53697043;

    /// How many are listed, and how much of each.
    private static final int MOST_FAULTS = 100;
    private static final int MOST_CHARACTERS = 500;

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

    /// What a file has besides, or in place of, the tables, indexes and triggers of a case of this
    /// version, and what it lacks. Where anything differs, nothing of it may be read, or checked by
    /// SQLite: reading a view, a generated column or an index can run anything, without an end.
    static List<CaseFault> faults(CaseDatabase database, int version) throws CaseException {
        Set<String> must;
        try (CaseDatabase empty = CaseDatabase.inMemory()) {
            empty.executeAll(statements(version));
            must = empty.objects();
        }
        Set<String> are = database.objects();
        Set<String> expected = names(must);
        Set<String> there = names(are);
        return Stream.concat(
                are.stream()
                        .filter(object -> !must.contains(object))
                        .map(CaseSchema::name)
                        .map(name -> fault(Kind.SCHEMA_ALTERED, expected.contains(name) ? name + " as defined" : name)),
                expected.stream().filter(name -> !there.contains(name)).map(name -> fault(Kind.SCHEMA_LACKS, name)))
                .limit(MOST_FAULTS)
                .toList();
    }

    private static Set<String> names(Set<String> objects) {
        return objects.stream().map(CaseSchema::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(String object) {
        return object.substring(0, object.indexOf(CaseDatabase.AFTER_NAME));
    }

    private static CaseFault fault(Kind kind, String name) {
        boolean isShort = name.length() <= MOST_CHARACTERS;
        return new CaseFault(kind, "", kind.text(isShort ? name : name.substring(0, MOST_CHARACTERS) + "…"));
    }
}
