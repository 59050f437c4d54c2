package org.sipsleuth.lab.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.sipsleuth.file.EvidenceKind;
import org.sipsleuth.lab.question.KeyEntry;

/// The answers of a lab. A teacher keeps it; for study alone it may lie beside the lab.
///
/// @param lab the id of the lab
/// @param seed of the lab, if it has one
/// @param digest SHA-256 of the lab file that it belongs to, or empty if it fits any
/// @param entries by the id of the question
public record Key(String lab, OptionalLong seed, String digest, Map<String, KeyEntry> entries) {

    /// What the file says that it is.
    public static final String FORMAT = EvidenceKind.LAB_KEY.mark();

    /// The name of the file beside a lab.
    public static final String FILE = "key.json";

    public Key {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /// What it holds of a question.
    public Optional<KeyEntry> of(String question) {
        return Optional.ofNullable(entries.get(question));
    }
}
