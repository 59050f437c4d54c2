package org.sipsleuth.lab.question;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what was typed as an answer to a question, and writes answers as they are typed.
public final class AnswerText {

    /// Longer answers are refused.
    public static final int MOST_CHARACTERS = 100_000;

    private static final int MOST_PARTS = 20_000;
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");
    private static final Pattern BETWEEN_CHOICES = Pattern.compile("\\s*[,;\\n]\\s*");
    private static final Pattern RANGE =
            Pattern.compile("\\s*(\\S+)\\s*(?:\\s-\\s|\\s–\\s|\\sto\\s|\\s\\.\\.\\s|–)\\s*(\\S+)\\s*");
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,18})?");
    private static final Pattern FRAME = Pattern.compile("#?(\\d{1,9})");
    private static final Pattern SIP_USER = Pattern.compile("(?:sips?:)?([^@;]+)(?:@.*)?");

    private AnswerText() {}

    /// The value that a text stands for.
    ///
    /// @param around an instant of the capture, for times of day without a date
    /// @throws AnswerException if it stands for none
    public static Answer read(Question question, String text, Instant around) throws AnswerException {
        if (text.isBlank()) {
            throw AnswerFault.EMPTY.with();
        }
        if (text.length() > MOST_CHARACTERS) {
            throw AnswerFault.TOO_LONG.with(MOST_CHARACTERS);
        }
        return switch (question.kind()) {
            case VALUE, TEXT, FILTER, SIGNATURE -> new Answer.Text(text.strip());
            case ONE_OF -> new Answer.Text(choice(question, text));
            case SEVERAL_OF -> several(question, text);
            case HOSTS -> new Answer.Members(hosts(text));
            case USERS -> new Answer.Members(users(text));
            case TIME_RANGE -> span(text, around);
            case FRAMES -> frames(text);
            case THRESHOLD -> new Answer.Decimal(number(text));
        };
    }

    /// A text as values are compared: without spaces at its ends and double ones within, in small
    /// letters.
    public static String normal(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /// A number, with or without a sign for thousands.
    ///
    /// @throws AnswerException if it is none
    public static double number(String text) throws AnswerException {
        String plain = text.strip().replaceAll("(?<=\\d)[,' ](?=\\d{3}(\\D|$))", "");
        int unit = plain.indexOf(' ');
        String digits = unit < 0 ? plain : plain.substring(0, unit);
        if (!NUMBER.matcher(digits).matches()) {
            throw AnswerFault.NUMBER.with(shown(text));
        }
        return Double.parseDouble(digits);
    }

    private static String shown(String text) {
        String plain = text.strip();
        return plain.length() > 40 ? plain.substring(0, 40) + "…" : plain;
    }

    private static String choice(Question question, String text) throws AnswerException {
        String wanted = normal(text);
        for (String choice : question.choices()) {
            if (normal(choice).equals(wanted)) {
                return choice;
            }
        }
        throw AnswerFault.CHOICE.with(shown(text), String.join("; ", question.choices()));
    }

    private static Answer several(Question question, String text) throws AnswerException {
        Set<String> chosen = new LinkedHashSet<>();
        for (String part : parts(BETWEEN_CHOICES, text)) {
            chosen.add(choice(question, part));
        }
        return new Answer.Members(chosen);
    }

    private static List<String> parts(Pattern between, String text) throws AnswerException {
        List<String> parts = new ArrayList<>();
        for (String part : between.split(text.strip(), -1)) {
            if (!part.isBlank()) {
                parts.add(part);
            }
        }
        if (parts.isEmpty()) {
            throw AnswerFault.EMPTY.with();
        }
        if (parts.size() > MOST_PARTS) {
            throw AnswerFault.TOO_MANY.with(MOST_PARTS);
        }
        return parts;
    }

    private static Set<String> hosts(String text) throws AnswerException {
        Set<String> hosts = new LinkedHashSet<>();
        for (String part : parts(BETWEEN, text)) {
            hosts.add(host(part));
        }
        return hosts;
    }

    /// An address in the one form in which it is compared. Names are never looked up.
    ///
    /// @throws AnswerException if it is none
    public static String host(String text) throws AnswerException {
        String plain = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        if (!IPV4.matcher(plain).matches() && !IPV6.matcher(plain).matches()) {
            throw AnswerFault.ADDRESS.with(shown(text));
        }
        try {
            return InetAddress.ofLiteral(plain).getHostAddress();
        } catch (IllegalArgumentException none) {
            throw AnswerFault.ADDRESS.with(shown(text));
        }
    }

    private static Set<String> users(String text) throws AnswerException {
        Set<String> users = new LinkedHashSet<>();
        for (String part : parts(BETWEEN, text)) {
            Matcher user = SIP_USER.matcher(part);
            users.add(normal(user.matches() ? user.group(1) : part));
        }
        return users;
    }

    private static Answer frames(String text) throws AnswerException {
        TreeSet<Integer> frames = new TreeSet<>();
        for (String part : parts(BETWEEN, text)) {
            Matcher frame = FRAME.matcher(part);
            if (!frame.matches()) {
                throw AnswerFault.FRAME.with(shown(part));
            }
            frames.add(Integer.parseInt(frame.group(1)));
        }
        return new Answer.Frames(frames);
    }

    private static Answer span(String text, Instant around) throws AnswerException {
        Matcher range = RANGE.matcher(text);
        if (!range.matches()) {
            throw AnswerFault.RANGE.with(shown(text));
        }
        Instant from = time(range.group(1), around);
        Instant to = time(range.group(2), from);
        if (to.isBefore(from)) {
            throw AnswerFault.ORDER.with();
        }
        return new Answer.Span(from, to);
    }

    /// A time of day is that nearest to an instant, so that a capture may cross midnight.
    private static Instant time(String text, Instant around) throws AnswerException {
        try {
            if (text.contains("T")) {
                return Instant.parse(text.endsWith("Z") ? text : text + "Z");
            }
            LocalTime time = LocalTime.parse(text);
            Instant best = around.atZone(ZoneOffset.UTC).with(time).toInstant();
            for (int day : new int[]{-1, 1}) {
                Instant other = around.atZone(ZoneOffset.UTC).plusDays(day).with(time).toInstant();
                Duration farther = Duration.between(other, around).abs();
                best = farther.compareTo(Duration.between(best, around).abs()) < 0 ? other : best;
            }
            return best;
        } catch (DateTimeException none) {
            throw AnswerFault.TIME.with(shown(text));
        }
    }

    /// As it is typed.
    public static String write(Answer answer) {
        return switch (answer) {
            case Answer.Text text -> text.text();
            case Answer.Decimal decimal -> plain(decimal.value());
            case Answer.Members members -> String.join(", ", members.names());
            case Answer.Span span -> span.from() + " - " + span.to();
            case Answer.Frames frames -> String.join(", ", frames.numbers().stream().map(String::valueOf).toList());
        };
    }

    /// A number without exponent and needless zeros.
    public static String plain(double value) {
        String text = new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
        return text.equals("-0") ? "0" : text;
    }
}
