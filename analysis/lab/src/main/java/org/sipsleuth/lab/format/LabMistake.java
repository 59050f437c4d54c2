package org.sipsleuth.lab.format;

/// A mistake in a file of a lab.
///
/// @param file the name of the file
/// @param line from 1; 0 where the mistake is the whole file
/// @param reason what is wrong, and what is expected
public record LabMistake(String file, int line, String reason) {

    /// `lab.json:12: points: must be 1–1,000 (got 0)`.
    public String text() {
        return line == 0 ? "%s: %s".formatted(file, reason) : "%s:%d: %s".formatted(file, line, reason);
    }
}
