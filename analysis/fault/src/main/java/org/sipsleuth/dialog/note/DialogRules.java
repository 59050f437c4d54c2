package org.sipsleuth.dialog.note;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.dialog.note.HintRule.Finder;

/// Rules about dialog state: tags, CSeq numbers, the end of the dialog.
final class DialogRules {

    private DialogRules() {}

    /// Which sides a request or response speaks of.
    private record Sides(String one, String other) {}

    static void changedTag(DialogTrace course, Finder finder) {
        Set<Sides> known = new HashSet<>();
        course.firsts().forEach(each -> {
            boolean hasTags = !each.fromTag().isEmpty() && !each.toTag().isEmpty();
            if (!hasTags) {
                return;
            }
            Sides sides = new Sides(each.fromTag(), each.toTag());
            boolean isKnown = known.contains(sides) || known.contains(new Sides(each.toTag(), each.fromTag()));
            boolean belongs = each.isRequest() && !each.isRequest("ACK") && !known.isEmpty() && !isKnown;
            if (belongs) {
                finder.found(each.message(), "Its tags (From %s, To %s) match no earlier message of the dialog: %s."
                        .formatted(each.fromTag(), each.toTag(), answer(course, each)));
            }
            known.add(sides);
        });
    }

    private static String answer(DialogTrace course, MessageSummary request) {
        return course.stream()
                .filter(each -> each.transfer().transaction() == request.transfer().transaction())
                .filter(MessageSummary::isFinal)
                .findFirst()
                .map(each -> "it was answered with " + each.status())
                .orElse("no answer to it was captured");
    }

    static void missingTag(DialogTrace course, Finder finder) {
        Set<String> known = new HashSet<>();
        course.firsts().forEach(each -> {
            boolean hasFrom = !each.fromTag().isEmpty();
            boolean hasTo = !each.toTag().isEmpty();
            boolean isWithin = each.isRequest("BYE") || (hasTo && known.contains(each.toTag()));
            if (each.isRequest() && isWithin && !each.transfer().carries().headerCut() && !known.isEmpty()
                    && !(hasFrom && hasTo)) {
                finder.found(each.message(), "Its %s has no tag, but the dialog has: %s."
                        .formatted(hasFrom ? "To" : hasTo ? "From" : "From and To", answer(course, each)));
            }
            if (each.isSuccess() && hasFrom && hasTo) {
                known.add(each.fromTag());
                known.add(each.toTag());
            }
        });
    }

    static void forked(DialogTrace course, Finder finder) {
        Map<Integer, Set<String>> tags = new HashMap<>();
        course.firsts()
                .filter(each -> each.answers("INVITE") && each.status() > 100)
                .filter(each -> !each.toTag().isEmpty())
                .forEach(each -> {
                    Set<String> of = tags.computeIfAbsent(each.transfer().transaction(), _ -> new HashSet<>());
                    boolean isNew = of.add(each.toTag());
                    if (isNew && of.size() > 1 && each.isSuccess()) {
                        finder.found(each.message(), "The To tag differs from that of an earlier response: the"
                                + " call was forked or forwarded, and each answer creates its own dialog.");
                    }
                });
    }

    static void cseqBack(DialogTrace course, Finder finder) {
        Map<String, Long> highest = new HashMap<>();
        course.firsts()
                .filter(each -> each.isRequest() && !each.fromTag().isEmpty() && each.cseq() >= 0)
                .filter(each -> !each.isRequest("ACK") && !each.isRequest("CANCEL"))
                .forEach(each -> {
                    boolean isWithin = !each.toTag().isEmpty();
                    String begun = each.fromTag() + "/";
                    String from = isWithin ? begun + each.toTag() : begun;
                    long before = Math.max(highest.getOrDefault(from, -1L), highest.getOrDefault(begun, -1L));
                    if (isWithin && each.cseq() < before) {
                        finder.found(each.message(),
                                "CSeq %d follows %d from the same side: out of order, to be refused with 500."
                                        .formatted(each.cseq(), before));
                    }
                    highest.put(from, Math.max(before, each.cseq()));
                });
    }

    /// Whether a BYE had its final response when another one was sent.
    private static boolean isAnswered(DialogTrace course, MessageSummary bye, MessageSummary other) {
        return course.stream()
                .filter(each -> each.transfer().transaction() == bye.transfer().transaction())
                .anyMatch(each -> each.isFinal() && each.message() < other.message());
    }

    static void crossedBye(DialogTrace course, Finder finder) {
        List<MessageSummary> byes = course.firsts().filter(each -> each.isRequest("BYE")).toList();
        for (int i = 1; i < byes.size(); i++) {
            MessageSummary one = byes.get(i - 1);
            MessageSummary other = byes.get(i);
            boolean isOpposite = !isAnswered(course, one, other) && !one.fromTag().isEmpty()
                    && one.fromTag().equals(other.toTag()) && one.toTag().equals(other.fromTag());
            if (isOpposite) {
                finder.found(other.message(),
                        "The other side sent BYE %s s earlier, which was not answered yet: both ended the call."
                                .formatted(AnswerRules.seconds(one, other)));
            }
        }
    }
}
