package org.sipsleuth.simulate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sip.HeaderField;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.truth.read.TruthFile;

/// How well one message alone, by one of its features, shows that it belongs to an attack.
final class SingleMessages {

    /// What can be seen in one message but for addresses, as words that are counted: who sends from
    /// where is what a user agent does, not how it writes.
    private static final List<Function<SipMessage, String>> FEATURES = List.of(message -> field(message, "user-agent"),
            message -> order(message), message -> Integer.toString(message.headerFields().size()),
            message -> Integer.toString(field(message, "call-id").indexOf('@')),
            message -> Integer.toString(field(message, "via").split(";", -1).length),
            message -> field(message, "max-forwards"), message -> field(message, "supported"));

    /// More of that, for INVITEs of users with numbers of one length.
    private static final List<Function<SipMessage, String>> LENGTHS =
            Stream.of("from", "to", "contact", "call-id", "via", "content-type")
                    .<Function<SipMessage, String>>map(
                            name -> message -> Integer.toString(withoutAddresses(field(message, name)).length()))
                    .toList();

    private SingleMessages() {}

    private static String field(SipMessage message, String name) {
        return message.headerFields()
                .stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(HeaderField::value)
                .findFirst()
                .orElse("");
    }

    /// Without IPv4 addresses and ports: those of attackers and users differ in length.
    private static String withoutAddresses(String text) {
        return text.replaceAll("[0-9]+(\\.[0-9]+){3}(:[0-9]+)?", "");
    }

    private static String order(SipMessage message) {
        return message.headerFields().stream().map(HeaderField::name).collect(Collectors.joining(","));
    }

    /// Looks at the first requests of dialogs: half of them teach how often each value of a feature
    /// belongs to an attack, the other half are judged by that.
    ///
    /// @return by how much the best feature is right more often than always guessing the same
    static double bestAccuracyOverGuessing(Path capture) throws IOException {
        return bestAccuracyOverGuessing(capture, FEATURES);
    }

    /// The same, by lengths of header fields too.
    static double bestAccuracyWithLengths(Path capture) throws IOException {
        return Math.max(bestAccuracyOverGuessing(capture), bestAccuracyOverGuessing(capture, LENGTHS));
    }

    private static double bestAccuracyOverGuessing(Path capture, List<Function<SipMessage, String>> features)
            throws IOException {
        TruthFile truth = TruthFile.read(TruthFile.beside(capture), RunMonitor.NONE);
        SipIndex index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
        Map<String, Integer> methods = new HashMap<>();
        for (int i = 0; i < index.dialogs().size(); i++) {
            if (isAttack(truth, index, i)) {
                methods.merge(method(index, i), 1, Integer::sum);
            }
        }
        String method = methods.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
        double best = 0;
        for (Function<SipMessage, String> feature : features) {
            best = Math.max(best, gain(truth, index, method, feature));
        }
        return best;
    }

    private static boolean isAttack(TruthFile truth, SipIndex index, int dialog) {
        return truth.ofDialog(index.dialogs().callId(dialog)).orElseThrow().trafficClass() != TrafficClass.NORMAL;
    }

    private static String method(SipIndex index, int dialog) {
        byte[] bytes = index.bytes(index.dialogs().firstMessage(dialog));
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.substring(0, Math.max(0, text.indexOf(' ')));
    }

    private static double gain(TruthFile truth, SipIndex index, String method, Function<SipMessage, String> feature) {
        Map<String, int[]> learned = new HashMap<>();
        int[] seen = new int[2];
        int right = 0;
        int judged = 0;
        int attacks = 0;
        for (int i = 0; i < index.dialogs().size(); i++) {
            if (!method(index, i).equals(method)) {
                continue;
            }
            int kind = isAttack(truth, index, i) ? 1 : 0;
            String value = feature.apply(index.message(index.dialogs().firstMessage(i)));
            if ((seen[0] + seen[1]) % 2 == 0) {
                learned.computeIfAbsent(value, _ -> new int[2])[kind]++;
            } else {
                int[] counts = learned.getOrDefault(value, seen);
                right += (counts[1] > counts[0] ? 1 : 0) == kind ? 1 : 0;
                judged++;
                attacks += kind;
            }
            seen[kind]++;
        }
        double guessing = Math.max(attacks, judged - attacks) / (double) judged;
        return right / (double) judged - guessing;
    }
}
