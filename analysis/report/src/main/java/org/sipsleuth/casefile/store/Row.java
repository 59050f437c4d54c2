package org.sipsleuth.casefile.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A row of a table: its values by column. Columns without a value are left out. Immutable.
public final class Row {

    /// No columns.
    public static final Row EMPTY = new Row(Map.of());

    private final Map<String, Object> values;

    private Row(Map<String, Object> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /// A row with these values, which are texts and whole numbers.
    static Row of(Map<String, Object> values) {
        return new Row(new LinkedHashMap<>(values));
    }

    /// The same without this column.
    Row without(String column) {
        Map<String, Object> fewer = new LinkedHashMap<>(values);
        fewer.remove(column);
        return new Row(fewer);
    }

    /// The same with this text.
    public Row with(String column, String text) {
        return and(column, CanonicalJson.wellFormed(text));
    }

    /// The same with this text, if there is one.
    public Row with(String column, Optional<String> text) {
        return text.map(its -> with(column, its)).orElse(this);
    }

    /// The same with this number.
    public Row with(String column, long number) {
        return and(column, number);
    }

    /// The same with these bytes.
    public Row with(String column, byte[] bytes) {
        return and(column, bytes.clone());
    }

    private Row and(String column, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(column, value);
        return new Row(more);
    }

    /// The text of a column; empty without a value.
    public String text(String column) {
        return optionalText(column).orElse("");
    }

    /// The text of a column, if it has one.
    public Optional<String> optionalText(String column) {
        return Optional.ofNullable(values.get(column)).map(Object::toString);
    }

    /// The number of a column; 0 without a value.
    public long number(String column) {
        return values.get(column) instanceof Long number ? number : 0;
    }

    /// The bytes of a column; none without a value.
    public byte[] bytes(String column) {
        return values.get(column) instanceof byte[] bytes ? bytes.clone() : new byte[0];
    }

    /// How many characters and bytes its values have.
    long length() {
        return values.values().stream().mapToLong(value -> switch (value) {
            case String text -> text.length();
            case byte[] bytes -> bytes.length;
            default -> 0;
        }).sum();
    }

    /// The values by column.
    Map<String, Object> values() {
        return values;
    }
}
