package org.sipsleuth.capture.log;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.LogAddress;

/// A line by which a program announces a message, and what it states.
///
/// @param hint every such line has it
/// @param pattern found in the line
record HeadPattern(String hint, Pattern pattern) {

    /// Longer lines announce nothing.
    private static final int MOST_CHARACTERS = 512;

    static HeadPattern announcing(String hint, String pattern) {
        return new HeadPattern(hint, Pattern.compile(pattern));
    }

    /// What a line announces; nothing if it is another.
    Optional<LogHead> read(String line, LogDialect dialect) {
        if (line.length() > MOST_CHARACTERS || !line.contains(hint)) {
            return Optional.empty();
        }
        Matcher found = pattern.matcher(line);
        if (!found.find()) {
            return Optional.empty();
        }
        LogHead head = new LogHead(dialect);
        head.time(line);
        head.transport(group(found, "proto"));
        String direction = group(found, "dir");
        if (direction != null) {
            head.direction(direction);
        }
        String peer = group(found, "peer");
        if (peer != null) {
            head.peer(LogAddress.parse(peer));
        }
        String from = group(found, "from");
        String to = group(found, "to");
        if (from != null && to != null) {
            head.from(LogAddress.parse(from));
            head.to(LogAddress.parse(to));
        }
        String bytes = group(found, "bytes") != null ? group(found, "bytes") : group(found, "bytes2");
        head.bytes(bytes);
        return Optional.of(head);
    }

    private static @Nullable String group(Matcher found, String name) {
        return found.namedGroups().containsKey(name) ? found.group(name) : null;
    }
}
