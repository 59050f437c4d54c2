package org.sipsleuth.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.annotation.DialogNote;
import org.sipsleuth.annotation.NoteMark;
import org.sipsleuth.casefile.entry.Attachment;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Place;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.store.CaseException;
import org.sipsleuth.casefile.store.CaseFault;
import org.sipsleuth.run.RunMonitor;

/// Changes a case as another program can, through SQL, wherever its schema says that something can
/// be changed: verification reports it.
class TamperTest {

    @TempDir private static Path folder;
    private static Path whole = Path.of("");

    @TempDir private Path own;

    /// A column of a table, as SQLite names them.
    private record Column(String table, String name, String type) {
        @Override
        public String toString() {
            return table + "." + name;
        }
    }

    @BeforeAll
    static void makeCase() throws IOException {
        whole = folder.resolve("whole.case");
        Path capture = Files.writeString(folder.resolve("a.pcap"), "bytes");
        try (CaseFile made = Cases.create(whole, "alice")) {
            fill(made, capture);
        }
    }

    /// Something in each table.
    private static void fill(CaseFile made, Path capture) throws IOException {
        String sha256 = made.addEvidence(capture, RunMonitor.NONE).sha256();
        made.attach(Attachment.Kind.MODEL, capture);
        made.decide(Subject.sequence("OPTIONS 200"), Judgement.SAFE, "", Optional.of(new Place(sha256, 1, "x@y")));
        made.undo();
        made.annotate(Map.of("x@y",
                DialogNote.NONE.withMark(Optional.of(NoteMark.A))
                        .withComment("c")
                        .withTags(new TreeSet<>(List.of("t")))));
        made.bookmark(sha256, 1, "b");
        made.saveFilter("f", "sip");
        made.alias("192.0.2.1", "PBX");
        made.alias("192.0.2.2", "gone");
        made.alias("192.0.2.2", "");
    }

    static void execute(Path file, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> texts(Path file, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                texts.add(result.getString(1));
            }
        }
        return texts;
    }

    /// All tables, with that of SQLite itself.
    static List<String> tables() throws SQLException {
        return texts(whole, "SELECT name FROM sqlite_schema WHERE type = 'table'");
    }

    static List<Column> columns() throws SQLException {
        List<Column> columns = new ArrayList<>();
        for (String table : tables()) {
            String from = " FROM pragma_table_info('" + table + "')";
            List<String> names = texts(whole, "SELECT name" + from);
            List<String> types = texts(whole, "SELECT type" + from);
            for (int i = 0; i < names.size(); i++) {
                columns.add(new Column(table, names.get(i), types.get(i)));
            }
        }
        return columns;
    }

    /// A copy of the case that is changed while its triggers are away.
    private Path tampered(String sql) throws Exception {
        Path copy = Files.copy(whole, own.resolve("tampered.case"));
        List<String> triggers = texts(copy, "SELECT sql FROM sqlite_schema WHERE type = 'trigger'");
        List<String> statements = new ArrayList<>();
        for (String name : texts(copy, "SELECT name FROM sqlite_schema WHERE type = 'trigger'")) {
            statements.add("DROP TRIGGER " + name);
        }
        statements.add(sql);
        statements.addAll(triggers);
        execute(copy, statements.toArray(String[]::new));
        Files.copy(folder.resolve("a.pcap"), own.resolve("a.pcap"));
        return copy;
    }

    private void assertFound(String sql) throws Exception {
        assertFalse(Cases.verify(tampered(sql)).isIntact(), sql);
    }

    @Test
    void theCaseIsIntactAndHasSomethingInEachTable() throws Exception {
        assertEquals(List.of(), Cases.verify(tampered("SELECT 1")).faults());
        assertEquals(11, tables().size(), tables()::toString);
        for (String table : tables()) {
            assertFalse(texts(whole, "SELECT count(*) FROM " + table).contains("0"), table);
        }
    }

    @ParameterizedTest
    @MethodSource("columns")
    void aChangedValueIsFound(Column column) throws Exception {
        String name = column.name();
        String other = switch (column.type()) {
            case "INTEGER" -> "coalesce(" + name + ", 0) + 1000";
            case "BLOB" -> "X'00'";
            default -> "coalesce(" + name + ", '') || 'x'";
        };
        assertFound("UPDATE %1$s SET %2$s = %3$s WHERE %2$s IS (SELECT %2$s FROM %1$s LIMIT 1)"
                .formatted(column.table(), name, other));
    }

    @Test
    void anAlteredRowIsNamedByItsTableAndKey() throws Exception {
        List<CaseFault> faults = Cases.verify(tampered("UPDATE alias SET name = 'x'")).faults();
        assertEquals(List.of("alias {\"address\":\"192.0.2.1\"}"), faults.stream().map(CaseFault::place).toList());
    }

    @ParameterizedTest
    @MethodSource("columns")
    void aTextThatGoesOnAfterNulIsFound(Column column) throws Exception {
        if (!column.type().equals("TEXT")) {
            return;
        }
        assertFound(
                "UPDATE %1$s SET %2$s = coalesce(%2$s, '') || char(0) || 'x' WHERE %2$s IS (SELECT %2$s FROM %1$s LIMIT 1)"
                        .formatted(column.table(), column.name()));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void removedRowsAreFound(String table) throws Exception {
        assertFound("DELETE FROM " + table);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void anAddedRowIsFound(String table) throws Exception {
        List<String> values = new ArrayList<>();
        boolean isFirst = true;
        for (Column column : columns()) {
            if (column.table().equals(table)) {
                values.add(!isFirst ? column.name()
                        : column.type().equals("INTEGER") ? column.name() + " + 1000"
                        : "coalesce(" + column.name() + ", '') || 'x'");
                isFirst = false;
            }
        }
        assertFound("INSERT INTO %1$s SELECT %2$s FROM %1$s LIMIT 1".formatted(table, String.join(", ", values)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "CREATE TABLE more (x)",
        "CREATE VIEW more AS SELECT * FROM verdict",
        "CREATE INDEX more ON verdict (key)",
        "CREATE TRIGGER more AFTER INSERT ON alias BEGIN DELETE FROM note; END",
        "ALTER TABLE alias ADD COLUMN more TEXT",
        "DROP TABLE alias",
        "DROP TABLE log",})
    void anAlteredSchemaIsFound(String sql) throws Exception {
        Path copy = Files.copy(whole, own.resolve("altered.case"));
        execute(copy, sql);
        assertFalse(CaseVerification.withoutEvidence(copy).isIntact());
        assertThrows(CaseException.class, () -> Cases.open(copy, "alice"));
    }

    @Test
    void whatIsAlteredIsNamedWithoutItsSql() throws Exception {
        Path copy = Files.copy(whole, own.resolve("altered.case"));
        execute(copy, "DROP TABLE alias", manyRows("alias"), "DROP TRIGGER log_without_delete",
                "ALTER TABLE note ADD COLUMN more TEXT");
        assertEquals(
                List.of("this does not belong to a case: table note as defined",
                        "this does not belong to a case: view alias", "this is missing in the file: table alias",
                        "this is missing in the file: trigger log_without_delete"),
                CaseVerification.withoutEvidence(copy).faults().stream().map(CaseFault::text).toList());
        CaseException refused = assertThrows(CaseException.class, () -> Cases.open(copy, "alice"));
        assertFalse(refused.toString().contains("SELECT"), refused::toString);
    }

    /// Rows enough to be counted, where another program writes a view without an end.
    private static String manyRows(String table) throws SQLException {
        List<String> values = columns().stream()
                .filter(column -> column.table().equals(table))
                .map(column -> "n AS " + column.name())
                .toList();
        return "CREATE VIEW %s AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r LIMIT 100000) SELECT %s FROM r"
                .formatted(table, String.join(", ", values));
    }

    /// Ways in which another program has its own SQL run when a table of ours is read or checked.
    static List<List<String>> schemas() throws SQLException {
        List<List<String>> all = new ArrayList<>();
        for (String table : tables()) {
            if (!table.startsWith("sqlite_")) {
                all.add(List.of("DROP TABLE " + table, manyRows(table)));
            }
        }
        String alias = texts(whole, "SELECT sql FROM sqlite_schema WHERE name = 'alias'").getFirst();
        for (String other : List.of(alias.replace("name TEXT NOT NULL", "name TEXT NOT NULL CHECK (name <> name)"),
                alias.replace("STRICT, WITHOUT ROWID", "STRICT"), alias.replace("name TEXT NOT NULL", "name ANY"),
                alias.replace("at TEXT NOT NULL", "at TEXT NOT NULL AS (hex(zeroblob(100000)))"))) {
            all.add(List.of("DROP TABLE alias", other, "PRAGMA ignore_check_constraints = ON",
                    "INSERT INTO alias (address, name, who) VALUES ('192.0.2.1', 'x', 'y')"));
        }
        all.add(List.of("DROP TABLE alias", "CREATE VIRTUAL TABLE alias USING fts5 (address, name, at, who)"));
        all.add(List.of("CREATE INDEX more ON alias (length(hex(zeroblob(100000))))"));
        all.add(List.of("CREATE INDEX more ON alias (name) WHERE abs(length(name)) > 0"));
        all.add(List.of("CREATE TRIGGER more INSERT ON alias BEGIN SELECT randomblob(100000); END"));
        return all;
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void nothingIsReadOfACaseWithAnotherSchema(List<String> statements) throws Exception {
        Path copy = Files.copy(whole, own.resolve("altered.case"));
        try {
            execute(copy, statements.toArray(String[]::new));
        } catch (SQLException notStored) {
            assertTrue(String.valueOf(notStored.getMessage()).contains("NOT NULL"), notStored::toString);
        }
        CaseVerification found = CaseVerification.withoutEvidence(copy);
        assertTrue(found.faults().stream().allMatch(fault -> fault.kind().name().startsWith("SCHEMA_")),
                () -> found.faults().toString());
        assertEquals(0, found.entries());
        CaseException refused = assertThrows(CaseException.class, () -> Cases.open(copy, "bob"));
        assertTrue(refused.getMessage().contains(found.faults().getFirst().text()), refused.getMessage());
        try (CaseFile own = Cases.create(folder.resolve(System.nanoTime() + ".case"), "bob")) {
            assertThrows(CaseException.class, () -> CaseMerge.merge(own, copy, Set.of(), RunMonitor.NONE));
        }
    }

    /// A log of ten million rows in eight pages: each page of the tree names the next one many times.
    private Path foldedLog() throws Exception {
        Path copy = Files.copy(whole, own.resolve("folded.case"));
        int root = Integer.parseInt(texts(copy, "SELECT rootpage FROM sqlite_schema WHERE name = 'log'").getFirst());
        byte[] bytes = Files.readAllBytes(copy);
        int size = ByteBuffer.wrap(bytes).getShort(16);
        int pages = bytes.length / size;
        int levels = 3;
        ByteBuffer file = ByteBuffer.allocate((pages + levels) * size).put(bytes);
        byte[] leaf = Arrays.copyOfRange(bytes, (root - 1) * size, root * size);
        for (int level = 0; level < levels; level++) {
            int page = level == 0 ? root : pages + level;
            file.put((page - 1) * size, inner(size, pages + level + 1).array());
        }
        file.put((pages + levels - 1) * size, leaf).putInt(28, pages + levels);
        return Files.write(copy, file.array());
    }

    /// An interior page of a table (file format of SQLite, section 1.6).
    private static ByteBuffer inner(int size, int child) {
        int cells = 200;
        ByteBuffer page = ByteBuffer.allocate(size);
        page.put((byte) 5).putShort((short) 0).putShort((short) cells).putShort((short) (size - 5 * cells));
        page.put((byte) 0).putInt(child);
        for (int cell = 0; cell < cells; cell++) {
            int at = size - 5 * (cell + 1);
            page.putShort((short) at).putInt(at, child).put(at + 4, (byte) 1);
        }
        return page;
    }

    @Test
    void aTableThatIsLargerThanItsFileIsNotReadToItsEnd() throws Exception {
        Path copy = foldedLog();
        assertTrue(Cases.kinds(CaseVerification.withoutEvidence(copy)).contains("FILE_DAMAGED"));
        long[] entries = {0};
        try (CaseFile opened = CaseFile.openReadOnly(copy, Cases.author("bob"))) {
            CaseException refused = assertThrows(CaseException.class, () -> opened.store().readLog(_ -> entries[0]++));
            assertEquals(CaseException.Reason.DAMAGED, refused.reason());
        }
        assertTrue(entries[0] < 100_000, () -> entries[0] + " entries");
    }

    @Test
    void aMissingTriggerIsFound() throws Exception {
        Path copy = Files.copy(whole, own.resolve("altered.case"));
        execute(copy, "DROP TRIGGER log_without_delete");
        assertEquals(List.of("SCHEMA_LACKS"), Cases.kinds(CaseVerification.withoutEvidence(copy)));
    }

    @Test
    void theTriggersRefuseWhatTheyShould() {
        for (String table : List.of("log", "verdict")) {
            for (String sql : List.of("DELETE FROM " + table, "UPDATE " + table + " SET at = '2000'")) {
                assertThrows(SQLException.class, () -> execute(whole, sql), sql);
            }
        }
    }

    @Test
    void anOtherVersionIsFound() throws Exception {
        Path copy = Files.copy(whole, own.resolve("altered.case"));
        execute(copy, "PRAGMA user_version = 1");
        assertFalse(CaseVerification.withoutEvidence(copy).isIntact());
        assertThrows(CaseException.class, () -> Cases.open(copy, "alice"));
        for (String sql : List.of("PRAGMA user_version = 99", "PRAGMA application_id = 1")) {
            execute(copy, sql);
            assertThrows(CaseException.class, () -> CaseVerification.withoutEvidence(copy));
        }
    }

    /// What a chain alone cannot show, and what the hash that was kept elsewhere shows.
    @Test
    void aWholeTailThatIsRemovedIsFoundOnlyByTheHashThatWasKept() throws Exception {
        String kept = Cases.verify(whole).lastHash();
        Path copy = tampered("DELETE FROM log WHERE number > (SELECT max(number) FROM log WHERE target = 'filter')");
        assertFalse(Cases.verify(copy).isIntact());
        execute(copy, "DELETE FROM alias", "UPDATE sqlite_sequence SET seq = (SELECT max(number) FROM log)");
        assertTrue(Cases.verify(copy).isIntact());
        assertEquals(List.of("HASH_UNKNOWN"),
                Cases.kinds(CaseVerification.of(copy, Optional.of(kept), List.of(), RunMonitor.NONE)));
    }

    @Test
    void aHashThatWasKeptStaysGoodWhileTheLogGrows() throws Exception {
        Path copy = tampered("SELECT 1");
        String kept = Cases.verify(copy).lastHash();
        try (CaseFile again = Cases.open(copy, "bob")) {
            again.alias("192.0.2.9", "later");
        }
        assertTrue(CaseVerification.of(copy, Optional.of(kept), List.of(), RunMonitor.NONE).isIntact());
    }

    @Test
    void damagedPagesAreFoundOrRefused() throws Exception {
        byte[] bytes = Files.readAllBytes(whole);
        for (int at = 100; at < bytes.length; at += 4_096) {
            byte[] damaged = bytes.clone();
            for (int i = at; i < Math.min(bytes.length, at + 64); i++) {
                damaged[i] ^= (byte) 0xff;
            }
            Path copy = own.resolve("damaged.case");
            Files.write(copy, damaged);
            assertFalse(isFoundIntact(copy), "byte " + at);
        }
    }

    /// Bytes that no row uses may be anything.
    private static boolean isFoundIntact(Path copy) throws Exception {
        try {
            return CaseVerification.withoutEvidence(copy).isIntact()
                    && !texts(copy, "SELECT group_concat(hash) FROM log")
                            .equals(texts(whole, "SELECT group_concat(hash) FROM log"));
        } catch (CaseException refused) {
            return false;
        }
    }
}
