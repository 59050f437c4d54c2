package org.sipsleuth.capture.log;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sipsleuth.capture.CaptureNotes;
import org.sipsleuth.capture.CaptureNotes.Comment;

/// What a text log states, and what it does not.
///
/// @param dialects how many messages were announced in which way
/// @param times what its times have
/// @param messages how many messages it has
/// @param untimed messages for which it states no time of their own
/// @param zoned messages whose time states how it relates to UTC
/// @param withoutAddress messages of which it does not state both addresses
/// @param masked messages with an address of which octets are masked
/// @param cut messages that it does not have to their end
record LogFacts(Map<LogDialect, Long> dialects, TimeParts times, long messages, long untimed, long zoned,
        long withoutAddress, long masked, long cut) {

    public LogFacts {
        dialects = Map.copyOf(dialects);
    }

    /// The same as the notes of a capture, for people.
    CaptureNotes notes() {
        List<Comment> comments = new ArrayList<>();
        for (LogFact fact : LogFact.values()) {
            long number = number(fact);
            if (number > 0) {
                comments.add(new Comment(0, fact.text(number, names())));
            }
        }
        return new CaptureNotes(Map.of(), List.of(), comments, comments.size(), 0, 0, 0, 0);
    }

    private long number(LogFact fact) {
        return switch (fact) {
            case WRITTEN_BY -> messages;
            case NO_TIME -> times == TimeParts.NONE ? messages : 0;
            case NO_DATE -> times == TimeParts.NO_DATE ? messages : 0;
            case NO_YEAR -> times == TimeParts.NO_YEAR ? messages : 0;
            case UNTIMED -> times == TimeParts.NONE ? 0 : untimed;
            case NO_ZONE -> times == TimeParts.NONE ? 0 : messages - untimed - zoned;
            case NO_ADDRESS -> withoutAddress - masked;
            case MASKED -> masked;
            case CUT -> cut;
        };
    }

    private String names() {
        return dialects.entrySet()
                .stream()
                .sorted(Map.Entry.<LogDialect, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(each -> each.getKey().text())
                .collect(Collectors.joining(", "));
    }
}
