package org.sipsleuth.app.command.lab;

import static org.sipsleuth.app.command.lab.Student.frames;
import static org.sipsleuth.app.command.lab.Student.grouped;
import static org.sipsleuth.app.command.lab.Student.names;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The labs about calls, solved.
final class CallSolutions {

    private static final String ANSWERS = "sip.Status-Code == 200 && sip.CSeq.method == \"INVITE\"";
    private static final Pattern HOST_OF_CONTACT = Pattern.compile("@([0-9.]+)");

    private CallSolutions() {}

    static Map<String, String> readALadder(Student student) {
        MatchResult call = student.stated("q1", "from (\\d+) to (\\d+) that is answered at ([0-9:]+) UTC");
        String id = student.messages(ANSWERS)
                .stream()
                .filter(row -> row.user("from_uri").equals(call.group(1)) && row.user("to_uri").equals(call.group(2))
                        && row.time().toString().contains("T" + call.group(3)))
                .findFirst()
                .orElseThrow()
                .text("call_id");
        String dialog = "sip.Call-ID == \"" + id + "\"";
        List<Row> messages = student.messages(dialog);
        Row answer = student.messages(dialog + " && " + ANSWERS).getFirst();
        Row ringing = student.messages(dialog + " && sip.Status-Code == 180").getFirst();
        Row challenge = student.messages(dialog + " && sip.Status-Code == 407").getFirst();
        Row credentials =
                student.messages(dialog + " && sip.Method == \"INVITE\" && sip.Proxy-Authorization").getFirst();
        List<Row> acks = student
                .messages(dialog + " && sip.Method == \"ACK\" && ip.src == " + messages.getFirst().text("src_ip"));
        Row bye = student.messages(dialog + " && sip.Method == \"BYE\"").getFirst();
        return Map.of("q1", id, "q2", String.format(Locale.ROOT, "%.2f", answer.secondsAfter(ringing)), "q3",
                frames(List.of(challenge, credentials)), "q4", frames(acks), "q5", bye.user("from_uri"), "q6",
                bye.text("branch"));
    }

    static Map<String, String> whyDidItDrop(Student student) {
        List<Row> repeated = student.messages(ANSWERS).stream().filter(row -> row.is("retransmission")).toList();
        List<Row> own = grouped(repeated, row -> row.user("to_uri")).getFirst().getValue();
        String user = own.getFirst().user("to_uri");
        String first = own.getFirst().text("call_id");
        List<Row> call = student.messages("sip.Call-ID == \"" + first + "\"", "--header", "Contact");
        Row answer = call.stream().filter(row -> isAnswer(row)).findFirst().orElseThrow();
        String phone = answer.text("src_ip");
        Row ack = call.stream()
                .filter(row -> row.text("method").equals("ACK") && row.text("dst_ip").equals(phone))
                .findFirst()
                .orElseThrow();
        Row bye = call.stream().filter(row -> row.text("method").equals("BYE")).findFirst().orElseThrow();
        String inside =
                HOST_OF_CONTACT.matcher(answer.text("header:Contact")).results().findFirst().orElseThrow().group(1);
        Row similar = student.dialogs("dialog.talk_time >= 32 && dialog.talk_time <= 33 && dialog.retransmissions == 0")
                .getFirst();
        return Map.of("q1", user, "q2", ANSWERS + " && ip.src == " + phone, "q3", phone + ", " + inside, "q4",
                frames(List.of(ack, bye)), "q5", similar.user("caller"));
    }

    private static boolean isAnswer(Row row) {
        return row.text("status").equals("200") && row.text("cseq_method").equals("INVITE");
    }

    /// The dialog of today that begins with a method that none of yesterday has.
    static Map<String, String> novelDialog(Student student) {
        List<Row> before = student.dialogsOf("baseline.pcap", "", "--columns", "sequence,method");
        // Phones subscribe now and then, so that a short baseline may lack it; it is none of the choices.
        List<String> methods =
                Stream.concat(Stream.of("SUBSCRIBE"), before.stream().map(row -> row.text("method"))).toList();
        Row novel = student.dialogsOf("today.pcap", "", "--columns", "call_id,method,src_ip")
                .stream()
                .filter(row -> !methods.contains(row.text("method")))
                .findFirst()
                .orElseThrow();
        String id = novel.text("call_id");
        List<Row> messages = student.messagesOf("today.pcap", "sip.Call-ID == \"" + id + "\"");
        Row request = messages.getFirst();
        Row response = messages.stream().filter(row -> row.text("method").isEmpty()).findFirst().orElseThrow();
        int usual = grouped(before, row -> row.text("sequence")).getFirst().getValue().size();
        return Map.of("q1", id, "q2", novel.text("method"), "q3", frames(List.of(request, response)), "q4",
                novel.text("src_ip"), "q5", String.format(Locale.ROOT, "%.1f", 100.0 * usual / before.size()));
    }

    /// Sources that a border drops, and what it lets through.
    static Map<String, String> atTheBorder(Student student) {
        MatchResult border = student.stated("q1", "--set (protections=\\S+) --set (ban-failures=\\d+)");
        List<Row> outcomes = student.run("replay", student.file("capture.pcap"), "--set", border.group(1), "--set",
                border.group(2), "--messages");
        List<Row> dropped = with(outcomes, "dropped");
        List<Row> registers = student.messages("sip.Method == \"REGISTER\"");
        String guesser = "";
        String scanner = "";
        for (String source : dropped.stream().map(row -> row.text("src_ip")).distinct().toList()) {
            List<Row> its = registers.stream().filter(row -> row.text("src_ip").equals(source)).toList();
            long users = Student.different(its, row -> row.user("to_uri"));
            guesser = users == 1 && its.size() > 5 ? source : guesser;
            scanner = users > 5 ? source : scanner;
        }
        List<Row> banned =
                from(dropped, guesser).stream().filter(row -> !Character.isDigit(row.text("type").charAt(0))).toList();
        List<String> passed = from(with(outcomes, "passed"), scanner).stream().map(row -> row.text("frame")).toList();
        String user = names(registers.stream().filter(row -> passed.contains(row.text("frame"))).toList(),
                row -> row.user("to_uri"));
        List<Row> messages = student.messages("ip.src == " + guesser);
        List<String> frames = banned.stream().map(row -> row.text("frame")).toList();
        List<Row> times = messages.stream().filter(row -> frames.contains(row.text("frame"))).toList();
        String silent = with(outcomes, "void").stream()
                .filter(row -> row.text("direction").equals("ingress") && row.text("type").equals("INVITE"))
                .findFirst()
                .orElseThrow()
                .text("src_ip");
        return Map.of("q1", names(dropped, row -> row.text("src_ip")), "q2",
                frames(List.of(banned.getFirst(), banned.getLast())), "q3", user, "q4", Student.range(times), "q5",
                silent);
    }

    private static List<Row> with(List<Row> outcomes, String outcome) {
        return outcomes.stream().filter(row -> row.text("outcome").equals(outcome)).toList();
    }

    private static List<Row> from(List<Row> rows, String source) {
        return rows.stream().filter(row -> row.text("src_ip").equals(source)).toList();
    }
}
