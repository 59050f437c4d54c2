package org.sipsleuth.casefile.entry;

import java.util.Locale;
import org.sipsleuth.casefile.store.Row;

/// A file whose content is kept in the case.
///
/// @param kind what it is for
/// @param name its file name
/// @param sha256 the SHA-256 of its content
/// @param added when it was added, in ISO 8601
/// @param addedBy who added it
public record Attachment(Kind kind, String name, String sha256, String added, String addedBy) {

    /// What files are attached for.
    public enum Kind {
        MODEL,
        /// Tables of belief models.
        TABLE,
        RATES,
        SETTINGS,
        LAYOUT,
        OTHER;

        /// Its name in files.
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            for (Kind each : values()) {
                if (each.toString().equals(word)) {
                    return each;
                }
            }
            return OTHER;
        }
    }

    /// The attachment of a row.
    public static Attachment of(Row row) {
        return new Attachment(
                Kind.of(row.text("kind")),
                row.text("name"),
                row.text("sha256"),
                row.text("added"),
                row.text("added_by"));
    }

    /// What identifies its row.
    public static Row key(Kind kind, String name) {
        return Row.EMPTY.with("kind", kind.toString()).with("name", name);
    }

    /// Its row with this content.
    public Row row(byte[] content) {
        return key(kind, name)
                .with("sha256", sha256)
                .with("content", content)
                .with("added", added)
                .with("added_by", addedBy);
    }
}
