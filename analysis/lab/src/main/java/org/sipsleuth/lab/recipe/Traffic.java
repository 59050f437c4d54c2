package org.sipsleuth.lab.recipe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.lab.question.Truth;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.SipRequest;
import org.sipsleuth.sip.SipResponse;
import org.sipsleuth.sip.field.NameAddr;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.AttackFacts;
import org.sipsleuth.truth.AttackKind;
import org.sipsleuth.truth.TruthLabel;
import org.sipsleuth.truth.read.TruthFile;

/// A generated capture with its ground truth, message by message: what questions are computed from.
final class Traffic {

    private final SipIndex index;
    private final TruthFile truth;
    private final List<Message> messages = new ArrayList<>();

    private Traffic(SipIndex index, TruthFile truth) {
        this.index = index;
        this.truth = truth;
        for (int i = 0; i < index.messages().size(); i++) {
            messages.add(message(i));
        }
    }

    static Traffic read(Path capture, Path truth, RunMonitor monitor) throws IOException {
        return new Traffic(CaptureIndexer.read(List.of(capture), monitor), TruthFile.read(truth, monitor));
    }

    private Message message(int number) {
        MessageTable table = index.messages();
        SipMessage message = index.message(number);
        String source = table.endpoint(table.source(number)).host();
        String destination = table.endpoint(table.destination(number)).host();
        String method = switch (message) {
            case SipRequest request -> request.method();
            case SipResponse _ -> message.header("CSeq").map(Traffic::lastWord).orElse("");
        };
        int status = message instanceof SipResponse response ? response.statusCode() : 0;
        String uri = message instanceof SipRequest request ? request.requestUri() : "";
        String attack = truth.ofMessage(table.frame(number), 0).flatMap(TruthLabel::attack).map(Attack::id).orElse("");
        boolean credentials =
                message.header("Authorization").isPresent() || message.header("Proxy-Authorization").isPresent();
        return new Message(number, table.frame(number), table.capturedAtNanos(number), source, destination, method,
                status, uri, user(message.from().map(NameAddr::uri).orElse("")),
                user(message.to().map(NameAddr::uri).orElse("")), index.dialogs().callId(table.dialog(number)),
                table.cseq(number), credentials, table.isRetransmission(number), attack);
    }

    private static String lastWord(String text) {
        return text.substring(text.lastIndexOf(' ') + 1);
    }

    /// The user part of a URI, or empty.
    static String user(String uri) {
        int begin = uri.indexOf(':') + 1;
        int end = uri.indexOf('@');
        return end > begin ? uri.substring(begin, end) : "";
    }

    SipIndex index() {
        return index;
    }

    TruthFile truth() {
        return truth;
    }

    /// All messages, in the order of time.
    List<Message> all() {
        return messages;
    }

    Stream<Message> where(Predicate<Message> fits) {
        return messages.stream().filter(fits);
    }

    /// The messages of each dialog, by Call-ID in the order in which they begin.
    Map<String, List<Message>> dialogs() {
        Map<String, List<Message>> dialogs = new LinkedHashMap<>();
        for (Message message : messages) {
            dialogs.computeIfAbsent(message.callId(), _ -> new ArrayList<>()).add(message);
        }
        return dialogs;
    }

    /// The one attack of a kind.
    AttackFacts attack(AttackKind kind) {
        return truth.attacks()
                .stream()
                .filter(facts -> facts.attack().kind().filter(kind::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the capture has no " + kind));
    }

    /// Its messages.
    List<Message> of(AttackFacts facts) {
        return where(message -> message.attack().equals(facts.attack().id())).toList();
    }

    /// The frames of some messages, the first ones of many.
    static List<Integer> frames(List<Message> messages, int most) {
        return messages.stream().map(Message::frame).sorted().limit(most).toList();
    }

    /// The frames of messages as what a filter or a pick should select.
    static Truth.Frames picked(List<Message> messages) {
        return new Truth.Frames(new TreeSet<>(frames(messages, Integer.MAX_VALUE)), "", Optional.empty());
    }

    /// The same with a filter that selects exactly these.
    static Truth.Frames selected(List<Message> messages, String example, Optional<String> hidden) {
        return new Truth.Frames(new TreeSet<>(frames(messages, Integer.MAX_VALUE)), example, hidden);
    }

    /// The messages of a normal dialog with this note, by Call-ID.
    Map<String, List<Message>> noted(String note) {
        Map<String, List<Message>> noted = new LinkedHashMap<>();
        dialogs().forEach((callId, dialog) -> {
            if (truth.ofDialog(callId).filter(label -> label.note().equals(note)).isPresent()) {
                noted.put(callId, dialog);
            }
        });
        return noted;
    }

    /// The text of a message.
    String text(Message message) {
        return index.message(message.index()).text();
    }
}
