package org.sipsleuth.rule;

import static org.sipsleuth.sentence.Sentence.Punctuation.SPACE;
import static org.sipsleuth.sentence.Sentence.captured;
import static org.sipsleuth.sentence.Sentence.none;
import static org.sipsleuth.sentence.Sentence.row;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sipsleuth.fingerprint.Fingerprint;
import org.sipsleuth.fingerprint.KnownFingerprints;
import org.sipsleuth.fingerprint.KnownProgram;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// How requests are written, in a few words.
final class FingerprintText {

    private static final double COMMON = 0.2;
    private static final double HALF = 0.5;

    private FingerprintText() {}

    /// The programs by which at least a fifth of some requests are written, in a few words each;
    /// none where these are not half of all.
    static List<String> common(TransactionTable table, Collection<HopTransaction> requests) {
        List<Fingerprint> common = fingerprints(table, requests).toList();
        long written = requests.stream()
                .filter(each -> each.fingerprint() != HopTransaction.NONE)
                .filter(each -> common.contains(table.fingerprint(each.fingerprint())))
                .count();
        return written < HALF * requests.size() ? List.of()
                : common.stream().map(Fingerprint::describe).distinct().sorted().toList();
    }

    /// The attack or test tool that wrote most of some requests: `with SIPVicious`, with the name
    /// that it uses if that is another, after a space; says nothing if none is recognised.
    static Sentence tool(TransactionTable table, Collection<HopTransaction> requests) {
        return fingerprints(table, requests).flatMap(each -> KnownFingerprints.shipped()
                .identify(each)
                .stream()
                .filter(KnownProgram::isTool)
                .map(program -> tool(program, each))).findFirst().map(tool -> row(SPACE, tool)).orElse(none());
    }

    /// Whether a tool that is made for attacks wrote most of some requests.
    static boolean isAttackTool(TransactionTable table, Collection<HopTransaction> requests) {
        return fingerprints(table, requests).flatMap(each -> KnownFingerprints.shipped().identify(each).stream())
                .anyMatch(each -> each.kind() == KnownProgram.Kind.ATTACK_TOOL);
    }

    private static Sentence tool(KnownProgram program, Fingerprint fingerprint) {
        boolean isDisguised = KnownFingerprints.shipped()
                .nearest(fingerprint)
                .filter(each -> each.program().equals(program))
                .filter(each -> each.isDisguised(fingerprint))
                .isPresent();
        return isDisguised
                ? Observed.TEXTS.sentence("with.disguised", Sentence.name(program.name()),
                        captured(fingerprint.userAgent()))
                : Observed.TEXTS.sentence("with", Sentence.name(program.name()));
    }

    private static Stream<Fingerprint> fingerprints(TransactionTable table, Collection<HopTransaction> requests) {
        return Counts.of(HopTransaction::fingerprint, requests)
                .atLeast(COMMON * requests.size())
                .filter(number -> number != HopTransaction.NONE)
                .mapToObj(table::fingerprint);
    }

    /// How many of some requests have the most frequent order of header fields: tools vary names
    /// and identifiers, not that.
    static long mostAlike(TransactionTable table, Collection<HopTransaction> requests) {
        Counts prints = Counts.of(HopTransaction::fingerprint, requests);
        Map<String, Long> orders = new HashMap<>();
        prints.forEach((number, count) -> {
            if (number != HopTransaction.NONE) {
                orders.merge(table.fingerprint(number).headerOrder(), (long) count, Long::sum);
            }
        });
        return orders.values().stream().max(Long::compare).orElse(0L);
    }
}
