package org.sipsleuth.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Signatures as Suricata rules. Rules have no sums: each asks for the heaviest strings which
/// together reach the threshold, each at least once, and ignores negative weights. They are an
/// approximation, which the file states.
public final class SuricataRules {

    private static final int FIRST_SID = 9_500_001; // of the range for local rules

    private SuricataRules() {}

    /// The text of a rules file.
    public static String of(List<Signature> signatures, SuricataDialect dialect) {
        List<String> rules = new ArrayList<>();
        for (Signature signature : signatures) {
            List<WeightedString> strings = needed(signature);
            if (!strings.isEmpty()) {
                rules.add(rule(signature, strings, FIRST_SID + rules.size(), dialect));
            }
        }
        return """
                # Suricata %s, not run here: check the file with suricata -T before use.
                # An approximation: a rule asks for strings that reach the threshold together, and
                # knows no weights.
                """.formatted(dialect.version()) + String.join("", rules);
    }

    /// The heaviest strings that reach the threshold; all with a positive weight if these do not.
    private static List<WeightedString> needed(Signature signature) {
        List<WeightedString> needed = new ArrayList<>();
        long sum = 0;
        for (WeightedString string : signature.strings()) {
            if (string.weight() > 0 && sum < signature.threshold()) {
                needed.add(string);
                sum += string.weight();
            }
        }
        return needed;
    }

    private static String rule(Signature signature, List<WeightedString> strings, int sid, SuricataDialect dialect) {
        String contents = strings.stream()
                .map(string -> "content:\"|" + QuotedBytes.hex(string.text()) + "|\"; ")
                .collect(Collectors.joining());
        return "alert %s any any -> any any (msg:\"SIP %s\"; %ssid:%d; rev:1;)\n".formatted(dialect.protocol(),
                signature.name(), contents, sid);
    }
}
