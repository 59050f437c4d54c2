package org.sipsleuth.capture.log;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sipsleuth.capture.LogAddress;

/// Recognises the lines around messages: those that announce one, those that state a fact of it, and
/// those that only separate.
final class LogHeads {

    /// A name, a colon and a value.
    private static final Pattern KEY = Pattern.compile("\\s{0,8}(?<key>[A-Za-z_]{2,12}): ?(?<value>.{0,128})");

    /// What the names mean that logs give to facts, a line each.
    private static final Map<String, BiConsumer<LogHead, String>> KEYS = Map.ofEntries(
            Map.entry("source", (head, value) -> head.from(LogAddress.parse(value))),
            Map.entry("destination", (head, value) -> head.to(LogAddress.parse(value))),
            Map.entry("srcip", (head, value) -> head.from(LogAddress.parse(value))),
            Map.entry("dstip", (head, value) -> head.to(LogAddress.parse(value))),
            Map.entry("srcport", LogHead::fromPort), Map.entry("dstport", LogHead::toPort),
            Map.entry("datetime", LogHead::time), Map.entry("timestamp", LogHead::time),
            Map.entry("time", LogHead::time), Map.entry("date", LogHead::time), Map.entry("proto", LogHeads::transport),
            Map.entry("protocol", LogHeads::transport), Map.entry("transport", LogHeads::transport),
            Map.entry("tag", LogHead::direction), Map.entry("message", LogHeads::nothing),
            Map.entry("pid", LogHeads::nothing), Map.entry("process", LogHeads::nothing));

    /// Lines without a letter or a digit.
    private static final Pattern RULE = Pattern.compile("[^\\p{Alnum}]{0,512}");

    /// A rule with a time, before each message of SIPp.
    private static final Pattern RULE_WITH_TIME = Pattern.compile("-{5,}\\s+(?<time>\\d{4}-.{6,40})");

    /// Lines that other programs write after a message or between two.
    private static final Pattern END =
            Pattern.compile("-+ ?end msg ?-+|--- \\(\\d+ headers \\d+ lines\\)(?: ---)?|<-+>");

    private static final Pattern PORT = Pattern.compile("\\d{1,5}");

    private LogHeads() {}

    private static void transport(LogHead head, String value) {
        head.transport(value.split(" ", 2)[0]);
    }

    private static void nothing(LogHead head, String value) {}

    /// What a line announces; nothing if it announces no message.
    static Optional<LogHead> announced(String line) {
        for (LogDialect dialect : LogDialect.values()) {
            for (HeadPattern pattern : dialect.patterns()) {
                Optional<LogHead> head = pattern.read(line, dialect);
                if (head.isPresent()) {
                    return head;
                }
            }
        }
        return Optional.empty();
    }

    /// Takes the fact that a line states, if it states one.
    static boolean takeFact(String line, LogHead head) {
        Matcher ruled = RULE_WITH_TIME.matcher(line);
        if (ruled.matches()) {
            head.time(ruled.group("time"));
            return true;
        }
        Matcher key = KEY.matcher(line);
        BiConsumer<LogHead, String> fact = key.matches() ? KEYS.get(key.group("key").toLowerCase(Locale.ROOT)) : null;
        if (fact == null) {
            return false;
        }
        String value = key.group("value").strip();
        boolean isPort = key.group("key").toLowerCase(Locale.ROOT).endsWith("port");
        if (!isPort || PORT.matcher(value).matches()) {
            fact.accept(head, value);
            head.dialect(LogDialect.KEYS);
        }
        return true;
    }

    /// Whether a line states the fact that comes first of each message.
    static boolean beginsRecord(String line) {
        return line.startsWith("Source:") || line.startsWith("tag: ");
    }

    /// Whether a line only separates.
    static boolean isRule(String line) {
        return RULE.matcher(line).matches() || END.matcher(line).matches();
    }

    /// Whether a rule ends a message, wherever it stands: long, and of one character.
    static boolean isEnd(String line) {
        return END.matcher(line).matches() || line.equals("---") || RULE_WITH_TIME.matcher(line).matches()
                || (line.length() >= 10 && "-=|~<#_*".indexOf(line.charAt(0)) >= 0
                        && line.chars().allMatch(c -> c == line.charAt(0)));
    }
}
