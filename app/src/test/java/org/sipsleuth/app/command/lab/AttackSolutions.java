package org.sipsleuth.app.command.lab;

import static org.sipsleuth.app.command.lab.Student.different;
import static org.sipsleuth.app.command.lab.Student.frames;
import static org.sipsleuth.app.command.lab.Student.grouped;
import static org.sipsleuth.app.command.lab.Student.names;
import static org.sipsleuth.app.command.lab.Student.range;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The labs about attacks, solved.
final class AttackSolutions {

    private static final Pattern LETTERS = Pattern.compile("(?=([g-z]{6}))");
    private static final int GRAM = 4;
    private static final double DECAY_PER_SECOND = 0.35;

    private AttackSolutions() {}

    /// The scanner has many targets, monitors have one.
    static Map<String, String> scanOrMonitoring(Student student) {
        List<Row> options = student.messages("sip.Method == \"OPTIONS\"");
        List<Map.Entry<String, List<Row>>> sources = grouped(options, row -> row.text("src_ip"));
        Map.Entry<String, List<Row>> scan = sources.stream()
                .max((one, other) -> Long.compare(targets(one.getValue()), targets(other.getValue())))
                .orElseThrow();
        String server = grouped(options, row -> row.text("dst_ip")).getFirst().getKey();
        String office = server.substring(0, server.lastIndexOf('.') + 1);
        List<Map.Entry<String, List<Row>>> monitors =
                sources.stream().filter(each -> each != scan && !each.getKey().startsWith(office)).toList();
        List<Row> busier = monitors.getFirst().getValue();
        String scanner = scan.getKey();
        List<Row> all = student.messages("ip.addr == " + scanner);
        List<Row> answers = student.messages("sip.Status-Code && ip.dst == " + scanner);
        return Map.of("q1", scanner, "q2", String.join(", ", monitors.stream().map(Map.Entry::getKey).toList()), "q3",
                String.format(Locale.ROOT, "%.1f", busier.get(1).secondsAfter(busier.getFirst())), "q4",
                Long.toString(targets(scan.getValue())), "q5", range(all), "q6",
                names(answers, row -> row.text("src_ip")), "q7", "sip.Method && ip.src == " + scanner);
    }

    private static long targets(List<Row> requests) {
        return different(requests, row -> row.text("dst_ip"));
    }

    static Map<String, String> guessAndUse(Student student) {
        List<Row> registers = student.messages("sip.Method == \"REGISTER\"");
        String scanner = mostUsers(registers);
        List<Row> revealed =
                student.messages("sip.Status-Code == 401 && sip.CSeq.method == \"REGISTER\" && ip.dst == " + scanner);
        List<Row> refused = grouped(student.messages("sip.Status-Code == 401 && ip.dst != " + scanner),
                row -> row.user("to_uri") + " " + row.text("dst_ip")).getFirst().getValue();
        String account = refused.getFirst().user("to_uri");
        String guesser = refused.getFirst().text("dst_ip");
        List<Row> guesses = student.messages("ip.addr == " + guesser);
        Row success = guesses.stream().filter(row -> row.text("status").equals("200")).findFirst().orElseThrow();
        Row right = guesses.stream()
                .filter(row -> row.text("method").equals("REGISTER") && row.text("cseq").equals(success.text("cseq"))
                        && row.text("call_id").equals(success.text("call_id")))
                .findFirst()
                .orElseThrow();
        String thief = student.messages("sip.Method == \"INVITE\" && sip.to.user contains \"9999\"")
                .stream()
                .filter(row -> row.user("from_uri").equals(account))
                .findFirst()
                .orElseThrow()
                .text("src_ip");
        double seconds =
                student.dialogs("ip.src == " + thief + " && sip.Method == \"INVITE\"", "--columns", "talk_time")
                        .stream()
                        .filter(row -> !row.text("talk_time").isEmpty())
                        .mapToDouble(row -> Double.parseDouble(row.text("talk_time")))
                        .sum();
        return Map.of("q1", scanner, "q2", names(revealed, row -> row.user("to_uri")), "q3", account, "q4",
                range(guesses.getFirst().time(), success.time()), "q5", frames(List.of(right, success)), "q6", thief,
                "q7", Long.toString(Math.round(seconds)));
    }

    /// The source whose requests name most users.
    private static String mostUsers(List<Row> requests) {
        return grouped(requests, row -> row.text("src_ip")).stream()
                .max((one, other) -> Long.compare(different(one.getValue(), row -> row.user("to_uri")),
                        different(other.getValue(), row -> row.user("to_uri"))))
                .orElseThrow()
                .getKey();
    }

    static Map<String, String> floodThreshold(Student student) {
        MatchResult asked = student.stated("q3", "INVITEs that reach (\\S+), .* in windows of (\\d+) s");
        int length = Integer.parseInt(asked.group(2));
        List<Row> invites = student.messages("sip.Method == \"INVITE\" && ip.dst == " + asked.group(1));
        List<Row> flood = grouped(invites, row -> row.text("src_ip") + " " + row.user("to_uri")).getFirst().getValue();
        Set<Long> flooded = new HashSet<>(flood.stream().map(row -> window(row, length)).toList());
        List<Row> all = student.messages("");
        Map<Long, Integer> counts = new TreeMap<>();
        for (long window = window(all.getFirst(), length); window <= window(all.getLast(), length); window++) {
            counts.put(window, 0);
        }
        invites.forEach(row -> counts.merge(window(row, length), 1, Integer::sum));
        long busiest = counts.entrySet()
                .stream()
                .filter(each -> !flooded.contains(each.getKey()))
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        Instant begin = Instant.ofEpochSecond(busiest * length);
        MatchResult costs = student.stated("q4", "without alarm costs (\\d+), .* with alarm costs (\\d+)");
        int best = IntStream.rangeClosed(1, 200)
                .boxed()
                .min((one, other) -> Integer.compare(cost(one, counts, flooded, costs),
                        cost(other, counts, flooded, costs)))
                .orElseThrow();
        String source = flood.getFirst().text("src_ip");
        return Map.of("q1", source, "q2", flood.getFirst().user("to_uri"), "q3",
                range(begin, begin.plusSeconds(length)), "q4", Integer.toString(best), "q5",
                Integer.toString(flood.size()), "q6", "sip.Method == \"INVITE\" && ip.src == " + source);
    }

    private static long window(Row message, int length) {
        return message.time().getEpochSecond() / length;
    }

    private static int cost(int threshold, Map<Long, Integer> counts, Set<Long> flooded, MatchResult costs) {
        return counts.entrySet()
                .stream()
                .mapToInt(each -> flooded.contains(each.getKey())
                        ? (each.getValue() < threshold ? Integer.parseInt(costs.group(1)) : 0)
                        : (each.getValue() >= threshold ? Integer.parseInt(costs.group(2)) : 0))
                .sum();
    }

    /// The field that has the same six letters in requests of several hosts.
    static Map<String, String> writeASignature(Student student) {
        String field = "";
        String marker = "";
        List<Row> requests = List.of();
        for (String choice : student.choices("q2")) {
            List<Row> its = student.messages("sip.Method == \"OPTIONS\" && sip." + choice, "--header", choice);
            Set<String> common = common(its.stream().map(row -> row.text("header:" + choice)).toList());
            if (!common.isEmpty()) {
                field = choice;
                marker = common.iterator().next();
                requests = its;
            }
        }
        String server = requests.getFirst().text("dst_ip");
        List<Row> received = requests.stream().filter(row -> row.text("dst_ip").equals(server)).toList();
        String frame = student.stated("q4", "field of frame (\\d+)").group(1);
        String value = requests.stream()
                .filter(row -> row.text("frame").equals(frame))
                .findFirst()
                .orElseThrow()
                .text("header:" + field);
        List<String> own = requests.stream().map(row -> row.text("call_id")).toList();
        String filter = "sip.Method == \"OPTIONS\" && sip contains \"" + marker + "\"";
        return Map.of("q1", names(received, row -> row.text("src_ip")), "q2", field, "q3", marker, "q4",
                Long.toString(unseen(student, value, own)), "q5", filter, "q6", filter);
    }

    private static Set<String> common(List<String> values) {
        Set<String> common = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            Set<String> its =
                    new HashSet<>(LETTERS.matcher(values.get(i)).results().map(result -> result.group(1)).toList());
            if (i == 0) {
                common.addAll(its);
            } else {
                common.retainAll(its);
            }
        }
        return common;
    }

    /// How many of a value's n-grams no message of other dialogs has.
    private static long unseen(Student student, String value, List<String> own) {
        return IntStream.rangeClosed(0, value.length() - GRAM)
                .mapToObj(begin -> value.substring(begin, begin + GRAM))
                .distinct()
                .filter(gram -> student.messages("sip contains \"" + gram + "\"")
                        .stream()
                        .allMatch(row -> own.contains(row.text("call_id"))))
                .count();
    }

    static Map<String, String> beliefsByHand(Student student) {
        MatchResult first = student.stated("q1", "first (\\d+) requests of (\\S+) ");
        String host = first.group(2);
        List<Row> requests = student.messages("sip.Method && ip.addr == " + host, "--limit", first.group(1));
        List<Row> answers = new ArrayList<>();
        List<Row> received = student.messages("sip.Status-Code && ip.addr == " + host);
        for (Row request : requests) {
            received.stream()
                    .filter(row -> row.text("call_id").equals(request.text("call_id"))
                            && row.text("cseq").equals(request.text("cseq")))
                    .findFirst()
                    .ifPresent(answers::add);
        }
        long users = different(requests, row -> row.user("to_uri"));
        double share =
                (double) answers.stream().filter(row -> row.text("status").equals("404")).count() / answers.size();
        double intensity = 1;
        int counted = Integer.parseInt(student.stated("q3", "after the first (\\d+) requests").group(1));
        for (int i = 1; i < counted; i++) {
            double seconds = requests.get(i).secondsAfter(requests.get(i - 1));
            intensity = Math.exp(-DECAY_PER_SECOND * seconds) * intensity + 1;
        }
        String guesser =
                grouped(student.messages("sip.Status-Code == 401 && ip.dst != " + host), row -> row.text("dst_ip"))
                        .getFirst()
                        .getKey();
        return Map.of("q1", Long.toString(users), "q2", String.format(Locale.ROOT, "%.3f", share), "q3",
                String.format(Locale.ROOT, "%.3f", intensity), "q4",
                String.format(Locale.ROOT, "%.4f", belief(student, users > 5, share < 0.2)), "q5",
                host + ", " + guesser);
    }

    private static double belief(Student student, boolean many, boolean errors) {
        MatchResult table = student.stated("q4",
                "P\\(SCAN\\) = ([0-9.]+)\\..* SCAN\\) = ([0-9.]+), .*CRACKING\\) = ([0-9.]+);.* SCAN\\) = ([0-9.]+),"
                        + " .*CRACKING\\) = ([0-9.]+)\\.");
        double prior = Double.parseDouble(table.group(1));
        double scan = prior * likelihood(table.group(2), many) * likelihood(table.group(4), errors);
        double cracking = (1 - prior) * likelihood(table.group(3), many) * likelihood(table.group(5), errors);
        return scan / (scan + cracking);
    }

    private static double likelihood(String probability, boolean isSo) {
        return isSo ? Double.parseDouble(probability) : 1 - Double.parseDouble(probability);
    }
}
