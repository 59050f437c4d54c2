package org.sipsleuth.app.command.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A row that a command printed as JSON.
///
/// @param cells by the names of its columns
record Row(Map<String, Object> cells) {

    /// What is absent is an empty text; of a list, its first value.
    String text(String column) {
        @Nullable Object cell = cells.get(column);
        @Nullable Object one = cell instanceof List<?> list ? (list.isEmpty() ? null : list.getFirst()) : cell;
        return one == null ? "" : one.toString();
    }

    /// The user part of a URI.
    String user(String column) {
        String uri = text(column);
        int end = uri.indexOf('@');
        return end < 0 ? uri : uri.substring(uri.indexOf(':') + 1, end);
    }

    int whole(String column) {
        return ((Number) Objects.requireNonNull(cells.get(column), column)).intValue();
    }

    double number(String column) {
        return ((Number) Objects.requireNonNull(cells.get(column), column)).doubleValue();
    }

    boolean is(String column) {
        return Boolean.TRUE.equals(cells.get(column));
    }

    Instant time() {
        return Instant.parse(text("time_iso"));
    }

    Instant start() {
        return Instant.parse(text("start_iso"));
    }

    /// How long after another it was captured.
    double secondsAfter(Row other) {
        return Duration.between(other.time(), time()).toNanos() / 1e9;
    }
}
