package org.sipsleuth.signature;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Signatures as YARA rules with the same sums: `#s * weight` with integers, over one message in a
/// file. YARA stops counting at 1,000,000 occurrences of a string.
public final class YaraRules {

    private YaraRules() {}

    /// The text of a rules file.
    public static String of(List<Signature> signatures) {
        return "// SIP messages, one in each file or buffer.\n"
                + signatures.stream().map(YaraRules::rule).collect(Collectors.joining());
    }

    private static String rule(Signature signature) {
        List<WeightedString> strings = signature.strings();
        String listed = IntStream.range(0, strings.size())
                .mapToObj(i -> string(i, strings.get(i)))
                .collect(Collectors.joining());
        String sum = IntStream.range(0, strings.size())
                .mapToObj(i -> term(i, strings.get(i)))
                .collect(Collectors.joining("\n            + "));
        return """

        rule sip_%s
        {
            meta:
                description = "%s signature of %d message%s"
                threshold = %d
            strings:
        %s    condition:
                %s
                    >= %d
        }
        """.formatted(signature.name(), signature.kind().word(), signature.messages(),
                signature.messages() == 1 ? "" : "s", signature.threshold(), listed, sum, signature.threshold());
    }

    private static String string(int number, WeightedString string) {
        return "        $s%d = { %s } // %s%n"
                .formatted(number, QuotedBytes.hex(string.text()), QuotedBytes.comment(string.text()))
                .replace(System.lineSeparator(), "\n");
    }

    private static String term(int number, WeightedString string) {
        return "#s%d * (%d)".formatted(number, string.weight());
    }
}
