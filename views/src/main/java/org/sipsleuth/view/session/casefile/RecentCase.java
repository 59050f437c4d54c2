package org.sipsleuth.view.session.casefile;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sipsleuth.text.FileName;

/// A case that was open in this window or an earlier one.
///
/// @param opened when it was opened last; empty if that was not stored
public record RecentCase(Path file, Optional<Instant> opened) {

    /// A path, and the time in milliseconds since 1970.
    private static final Pattern TIMED = Pattern.compile("(.*)\t@(\\d{1,15})");

    /// What a line of the settings says; empty if it was written by hand, or by another system.
    static Optional<RecentCase> of(String line) {
        Matcher timed = TIMED.matcher(line);
        try {
            return Optional.of(timed.matches()
                    ? new RecentCase(FileName.path(timed.group(1)),
                            Optional.of(Instant.ofEpochMilli(Long.parseLong(timed.group(2)))))
                    : new RecentCase(FileName.path(line), Optional.empty()));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /// A line of the settings.
    String line() {
        return FileName.string(file) + opened.map(moment -> "\t@" + moment.toEpochMilli()).orElse("");
    }
}
