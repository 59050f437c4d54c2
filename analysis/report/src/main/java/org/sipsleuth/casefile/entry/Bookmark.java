package org.sipsleuth.casefile.entry;

import org.sipsleuth.casefile.store.Row;

/// A frame that an analyst wants to return to.
///
/// @param capture the SHA-256 of its capture
/// @param frame from 1
/// @param text why
/// @param at when, in ISO 8601
/// @param who the analyst
public record Bookmark(String capture, long frame, String text, String at, String who) {

    /// The bookmark of a row.
    public static Bookmark of(Row row) {
        return new Bookmark(row.text("capture"), row.number("frame"), row.text("text"), row.text("at"),
                row.text("who"));
    }

    /// Its row.
    public Row row() {
        return Row.EMPTY.with("capture", capture)
                .with("frame", frame)
                .with("who", who)
                .with("text", text)
                .with("at", at);
    }
}
