package org.sipsleuth.casefile.store;

import static org.sipsleuth.casefile.store.Column.blob;
import static org.sipsleuth.casefile.store.Column.key;
import static org.sipsleuth.casefile.store.Column.keyNumber;
import static org.sipsleuth.casefile.store.Column.number;
import static org.sipsleuth.casefile.store.Column.optional;
import static org.sipsleuth.casefile.store.Column.optionalNumber;
import static org.sipsleuth.casefile.store.Column.optionalSince;
import static org.sipsleuth.casefile.store.Column.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The tables of a case whose rows the log vouches for: all but the log itself.
public enum CaseTable {
    /// Facts about the case: its identity, its name.
    PROPERTY(1, key("name"), text("value")),
    /// Captures, by their SHA-256.
    EVIDENCE(
            1,
            key("sha256"),
            number("bytes"),
            text("name"),
            text("path"),
            text("added"),
            text("added_by")),
    /// Files whose content is in the case: models, rate tables, settings, layouts.
    ATTACHMENT(
            1,
            key("kind"),
            key("name"),
            text("sha256"),
            blob("content"),
            text("added"),
            text("added_by")),
    /// Verdicts, in the order in which they came. Rows are only added: an undo is another row.
    VERDICT(
            1,
            key("id"),
            number("number"),
            text("subject"),
            text("key"),
            optional("judgement"),
            text("note"),
            optional("capture"),
            optionalNumber("frame"),
            optional("call_id"),
            optional("undoes"),
            text("at"),
            text("who"),
            optionalSince(3, "scope")),
    /// Marks and comments on dialogs, of each analyst.
    NOTE(1, key("call_id"), key("who"), optional("mark"), text("comment"), text("at")),
    /// Tags of dialogs, of each analyst.
    TAG(1, key("call_id"), key("who"), key("tag")),
    /// Frames to return to, of each analyst.
    BOOKMARK(1, key("capture"), keyNumber("frame"), key("who"), text("text"), text("at")),
    /// Named filters.
    FILTER(1, key("name"), text("expression"), text("at"), text("who")),
    /// Names that analysts gave to addresses.
    ALIAS(2, key("address"), text("name"), text("at"), text("who"));

    private final int since;

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<Column> columns;

    /// @param since the first version of the schema that has it
    CaseTable(int since, Column... columns) {
        this.since = since;
        this.columns = List.of(columns);
    }

    /// The first version of the schema that has it.
    int since() {
        return since;
    }

    /// The columns that it has in a version of the schema, in their order.
    List<Column> columns(int version) {
        return columns.stream().filter(column -> column.since() <= version).toList();
    }

    /// Its name in SQL and in the log.
    public String sqlName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The analyst who made a row; empty where rows have none.
    public String who(Row row) {
        return row.optionalText("who").orElseGet(() -> row.text("added_by"));
    }

    /// When a row was made, if it has a time.
    public Optional<String> at(Row row) {
        return row.optionalText("at").or(() -> row.optionalText("added"));
    }

    /// The table of this name, if there is one.
    static Optional<CaseTable> named(String name) {
        return Stream.of(values()).filter(table -> table.sqlName().equals(name)).findFirst();
    }

    String createSql(int version) {
        return "CREATE TABLE %s (%s, PRIMARY KEY (%s)) STRICT, WITHOUT ROWID"
                .formatted(
                        sqlName(),
                        columns(version).stream().map(Column::sql).collect(Collectors.joining(", ")),
                        keyNames(", "));
    }

    /// What adds the columns that came with a version.
    Stream<String> addColumnsSql(int version) {
        return columns.stream()
                .filter(column -> column.since() == version)
                .map(column -> "ALTER TABLE %s ADD COLUMN %s".formatted(sqlName(), column.sql()));
    }

    private String names(int version) {
        return columns(version).stream().map(Column::name).collect(Collectors.joining(", "));
    }

    private String keyNames(String separator) {
        return keys().stream().map(Column::name).collect(Collectors.joining(separator));
    }

    String selectSql(int version) {
        return "SELECT %s FROM %s ORDER BY %s".formatted(names(version), sqlName(), keyNames(", "));
    }

    String selectOneSql(int version) {
        return "SELECT %s FROM %s WHERE %s".formatted(names(version), sqlName(), keySql());
    }

    String putSql(int version) {
        return "INSERT OR REPLACE INTO %s (%s) VALUES (%s)"
                .formatted(
                        sqlName(),
                        names(version),
                        columns(version).stream().map(_ -> "?").collect(Collectors.joining(", ")));
    }

    String removeSql() {
        return "DELETE FROM %s WHERE %s".formatted(sqlName(), keySql());
    }

    private String keySql() {
        return keyNames(" = ? AND ") + " = ?";
    }

    List<Column> keys() {
        return columns.stream().filter(Column::isKey).toList();
    }

    /// A row as the log has it: canonical JSON in the order of the columns, bytes as their SHA-256.
    String json(Row row) {
        return json(row, columns);
    }

    /// What identifies a row, as the log has it.
    String keyJson(Row row) {
        return json(row, keys());
    }

    private static String json(Row row, List<Column> columns) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Column column : columns) {
            Object value = row.values().get(column.name());
            if (value != null) {
                values.put(column.name(), value instanceof byte[] bytes ? Sha256.of(bytes) : value);
            }
        }
        return CanonicalJson.of(values);
    }
}
