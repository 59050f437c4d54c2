package org.sipsleuth.capture.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What system logs write before each line: a time, often with a host and a program.
final class LinePrefix {

    private static final Pattern TIME = Pattern.compile(
            "(?:<\\d{1,3}>)?\\[?(?:\\d{4}[-/](?:\\d\\d|[A-Z][a-z]{2})[-/]\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d[0-9.,:]{0,12}"
                    + "(?:Z|[+-]\\d\\d:?\\d\\d)?|[A-Z][a-z]{2} {1,2}\\d{1,2} \\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?)]?");

    /// A host and a program, as syslog has them.
    private static final Pattern PROGRAM = Pattern.compile(" \\S{1,255} \\S{1,128}?(?:\\[\\d{1,10}])?: ?");

    private static final Pattern PROCESS = Pattern.compile(" {0,3}\\d{1,3}\\(\\d{1,9}\\) [A-Z]{3,8}: .*");

    private LinePrefix() {}

    /// Whether a line begins with the time of an entry of a log.
    static boolean isEntry(String line) {
        if (line.isEmpty()) {
            return false;
        }
        char first = line.charAt(0);
        boolean mayBegin = first == '[' || first == '<' || (first >= '0' && first <= '9')
                || (first >= 'A' && first <= 'S' && line.length() > 6 && line.charAt(3) == ' ');
        return (mayBegin && TIME.matcher(line).lookingAt())
                || ((first == ' ' || (first >= '0' && first <= '9')) && PROCESS.matcher(line).matches());
    }

    /// A line without its prefix, where that is of the kind of another line's: both have a time, and
    /// a host and a program if one has.
    static String strip(String line, String like) {
        Matcher other = TIME.matcher(like);
        Matcher time = TIME.matcher(line);
        if (!other.lookingAt() || !time.lookingAt()) {
            return line;
        }
        Matcher otherProgram = PROGRAM.matcher(like).region(other.end(), like.length());
        Matcher program = PROGRAM.matcher(line).region(time.end(), line.length());
        if (otherProgram.matches()) {
            return program.lookingAt() ? line.substring(program.end()) : line;
        }
        boolean isSpace = like.substring(other.end()).isBlank();
        return isSpace ? line.substring(Math.min(line.length(), time.end() + 1)) : line;
    }

    /// Whether lines that follow have a prefix like this one: a time, then nothing but a host and a
    /// program.
    static boolean repeats(String prefix) {
        Matcher time = TIME.matcher(prefix);
        if (!time.lookingAt()) {
            return false;
        }
        String rest = prefix.substring(time.end());
        return rest.isBlank() || PROGRAM.matcher(rest).matches();
    }
}
