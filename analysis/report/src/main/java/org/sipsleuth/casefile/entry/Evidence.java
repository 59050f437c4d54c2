package org.sipsleuth.casefile.entry;

import org.sipsleuth.casefile.store.Row;

/// A capture that a case refers to.
///
/// @param sha256 the SHA-256 of its bytes; of a packed capture, of the packed file
/// @param bytes its size
/// @param name its file name as it was added
/// @param path where it was last seen
/// @param added when it was added, in ISO 8601
/// @param addedBy who added it
public record Evidence(String sha256, long bytes, String name, String path, String added, String addedBy) {

    /// The evidence of a row.
    public static Evidence of(Row row) {
        return new Evidence(row.text("sha256"), row.number("bytes"), row.text("name"), row.text("path"),
                row.text("added"), row.text("added_by"));
    }

    /// Its row.
    public Row row() {
        return Row.EMPTY.with("sha256", sha256)
                .with("bytes", bytes)
                .with("name", name)
                .with("path", path)
                .with("added", added)
                .with("added_by", addedBy);
    }

    /// The same, seen elsewhere.
    public Evidence at(String otherPath) {
        return new Evidence(sha256, bytes, name, otherPath, added, addedBy);
    }
}
